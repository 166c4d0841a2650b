package dev.jcompose.planner;

/// Mounts as they are shown, e.g. `/srv/conf:ro`.
final class MountText {
  private MountText() {}

  static String of(ContainerMount mount) {
    return switch (mount) {
      case ContainerMount.Bind(String source, var at, _) -> source + mode(at.readOnly());
      case ContainerMount.NamedVolume(String name, var at, _, _) -> name + mode(at.readOnly());
      case ContainerMount.AnonymousVolume(var at, _) -> "(anonymous)" + mode(at.readOnly());
      case ContainerMount.Tmpfs(var at, _) -> "(tmpfs)" + mode(at.readOnly());
      case ContainerMount.OfImage(String image, _, _) -> "(image " + image + ")";
      case ContainerMount.Platform(String type, _, _) -> "(" + type + ")";
    };
  }

  static String of(ObservedMount mount) {
    var isVolume = mount.type().equals("volume");
    var name = mount.name().filter(text -> !Names.isAnonymousVolume(text));
    var what =
        isVolume
            ? name.orElse("(anonymous)")
            : mount.type().equals("bind") ? mount.source() : "(" + mount.type() + ")";
    return what + mode(mount.readOnly());
  }

  private static String mode(boolean readOnly) {
    return readOnly ? ":ro" : "";
  }

  /// Whether they cannot be said to differ: an engine in a virtual machine has another path for the
  /// same file, and an engine decides by itself how some kinds are mounted.
  static boolean isSame(ObservedMount found, ContainerMount wanted) {
    return switch (wanted) {
      case ContainerMount.Bind(String source, var at, _) ->
          found.type().equals("bind")
              && found.readOnly() == at.readOnly()
              && found.source().endsWith(source);
      case ContainerMount.NamedVolume _ -> false;
      case ContainerMount.AnonymousVolume(var at, _) ->
          found.type().equals("volume") && found.readOnly() == at.readOnly();
      case ContainerMount.Tmpfs _ -> found.type().equals("tmpfs");
      case ContainerMount.OfImage _ -> found.type().equals("image");
      case ContainerMount.Platform(String type, _, _) -> found.type().equals(type);
    };
  }
}
