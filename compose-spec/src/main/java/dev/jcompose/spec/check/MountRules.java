package dev.jcompose.spec.check;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks that no two mounts of a service have the same target, and that the options of a mount are
/// those of its type.
final class MountRules {
  private static final List<String> OPTIONS = List.of("bind", "volume", "tmpfs", "image");

  private final Element service;
  private final Map<String, NodePath> seen = new HashMap<>();

  private MountRules(Element service) {
    this.service = service;
  }

  static void check(Element service) {
    MountRules rules = new MountRules(service);
    List<Node.Scalar> tmpfs = Edit.scalars(service.node(), "tmpfs");
    for (int i = 0; i < tmpfs.size(); i++) {
      Node.Scalar mount = tmpfs.get(i);
      String target = mount.raw().split(":", -1)[0];
      rules.claim(target, mount.span(), service.path().child("tmpfs").child(i));
    }
    for (Element mount : service.items("volumes")) {
      rules.claim(
          mount.text("target").orElse(""),
          mount.node().get("target").orElse(mount.node()).span(),
          mount.path());
      mount.text("type").ifPresent(type -> options(mount, type));
    }
  }

  /// Options of bind mounts are for volumes too: SELinux labels.
  private static void options(Element mount, String type) {
    for (String options : OPTIONS) {
      boolean meant = options.equals(type) || (options.equals("bind") && type.equals("volume"));
      if (!meant && mount.has(options)) {
        mount.warningAtKey(
            "unused-options",
            "`" + options + "` means nothing for a mount of the type `" + type + "`",
            options);
      }
    }
  }

  private void claim(String target, Span span, NodePath path) {
    NodePath other = seen.putIfAbsent(target, path);
    if (other != null) {
      service.errorBelow(
          "duplicate-mount",
          "\"" + target + "\" is already the target of " + other,
          span,
          path,
          Optional.empty());
    }
  }
}
