package dev.jcompose.executor.docker;

import dev.jcompose.model.Mount;
import dev.jcompose.model.MountPoint;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerMount;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.SharedNamespaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/// What a container sees of the host's files, of volumes and of memory.
///
/// The engine has two forms. `Binds` are strings: they make missing directories of the host and
/// know SELinux labels. `Mounts` are objects: they know the rest, and a missing directory is an
/// error. We take the first where it can say what is wanted, as docker compose does.
final class MountsJson {
  private final ApiVersion api;
  private final List<String> binds = new ArrayList<>();
  private final List<Json> mounts = new ArrayList<>();

  private MountsJson(ApiVersion api) {
    this.api = api;
  }

  static void write(
      ContainerSpec spec,
      Function<ContainerRef, ContainerId> ids,
      ApiVersion api,
      ContainerJson json) {
    var written = new MountsJson(api);
    spec.mounts().forEach(written::add);
    var storage = spec.service().storage();
    Json tmpfs = new Json();
    for (String mount : storage.tmpfs()) {
      int colon = mount.indexOf(':');
      tmpfs.put(
          colon < 0 ? mount : mount.substring(0, colon),
          colon < 0 ? "" : mount.substring(colon + 1));
    }
    json.host()
        .words("Binds", written.binds)
        .objects("Mounts", written.mounts)
        .object("Tmpfs", tmpfs)
        .words(
            "VolumesFrom",
            spec.namespaces().volumesFrom().stream().map(from -> volumesFrom(from, ids)).toList())
        .on("ReadonlyRootfs", storage.readOnly())
        .map("StorageOpt", storage.options());
  }

  private void add(ContainerMount mount) {
    switch (mount) {
      case ContainerMount.Bind(String source, MountPoint at, Optional<Mount.BindOptions> options) ->
          bind(source, at, options);
      case ContainerMount.NamedVolume(
              String name,
              MountPoint at,
              Optional<Mount.VolumeOptions> options,
              Optional<String> selinux) ->
          volume(name, at, options, selinux);
      case ContainerMount.AnonymousVolume(MountPoint at, Optional<Mount.VolumeOptions> options) ->
          mounts.add(mount("volume", at).object("VolumeOptions", volumeOptions(options)));
      case ContainerMount.Tmpfs(MountPoint at, Optional<Mount.TmpfsOptions> options) ->
          mounts.add(
              mount("tmpfs", at)
                  .object(
                      "TmpfsOptions", options.map(MountsJson::tmpfsOptions).orElseGet(Json::new)));
      case ContainerMount.OfImage(String image, MountPoint at, Optional<String> subpath) ->
          mounts.add(
              mount("image", at)
                  .put("Source", image)
                  .object("ImageOptions", new Json().text("Subpath", subpath)));
      case ContainerMount.Platform(String type, Optional<String> source, MountPoint at) ->
          mounts.add(mount(type, at).text("Source", source));
    }
  }

  private void bind(String source, MountPoint at, Optional<Mount.BindOptions> options) {
    if (isBindString(source, at, options)) {
      List<String> words = new ArrayList<>();
      options.flatMap(Mount.BindOptions::propagation).ifPresent(words::add);
      options.flatMap(Mount.BindOptions::selinux).ifPresent(words::add);
      binds.add(bindString(source, at, words));
      return;
    }
    Json written = new Json();
    options.flatMap(Mount.BindOptions::propagation).ifPresent(p -> written.put("Propagation", p));
    if (createsHostPath(options) && api.isAtLeast(Requirements.CREATE_MOUNTPOINT)) {
      written.put("CreateMountpoint", true);
    }
    switch (options.flatMap(Mount.BindOptions::recursive).orElse("enabled")) {
      case "disabled" -> written.on("NonRecursive", true);
      case "writable" -> written.on("ReadOnlyNonRecursive", true);
      case "readonly" -> written.on("ReadOnlyForceRecursive", true);
      default -> {}
    }
    mounts.add(mount("bind", at).put("Source", source).object("BindOptions", written));
  }

  /// Whether the form as a string can say it.
  static boolean isBindString(String source, MountPoint at, Optional<Mount.BindOptions> options) {
    boolean hasColon = source.indexOf(':') >= 0 || at.target().indexOf(':') >= 0;
    boolean plain =
        createsHostPath(options) && options.flatMap(Mount.BindOptions::recursive).isEmpty();
    return plain && !hasColon;
  }

  private static boolean createsHostPath(Optional<Mount.BindOptions> options) {
    return options.flatMap(Mount.BindOptions::createHostPath).orElse(true);
  }

  private void volume(
      String name, MountPoint at, Optional<Mount.VolumeOptions> options, Optional<String> selinux) {
    boolean plain =
        options.map(o -> o.labels().isEmpty() && o.subpath().isEmpty()).orElse(true)
            && at.target().indexOf(':') < 0;
    if (plain) {
      List<String> words = new ArrayList<>();
      if (options.map(Mount.VolumeOptions::noCopy).orElse(false)) {
        words.add("nocopy");
      }
      selinux.ifPresent(words::add);
      binds.add(bindString(name, at, words));
    } else {
      mounts.add(
          mount("volume", at).put("Source", name).object("VolumeOptions", volumeOptions(options)));
    }
  }

  private static String bindString(String source, MountPoint at, List<String> words) {
    StringJoiner mode = new StringJoiner(",");
    mode.add(at.readOnly() ? "ro" : "rw");
    at.consistency().ifPresent(mode::add);
    words.forEach(mode::add);
    return source + ":" + at.target() + ":" + mode;
  }

  private static Json mount(String type, MountPoint at) {
    return new Json()
        .put("Type", type)
        .put("Target", at.target())
        .on("ReadOnly", at.readOnly())
        .text("Consistency", at.consistency());
  }

  private static Json volumeOptions(Optional<Mount.VolumeOptions> options) {
    Json json = new Json();
    options.ifPresent(given ->
        json.on("NoCopy", given.noCopy())
            .text("Subpath", given.subpath())
            .map("Labels", given.labels()));
    return json;
  }

  private static Json tmpfsOptions(Mount.TmpfsOptions options) {
    return new Json()
        .number("SizeBytes", options.size().map(size -> size.bytes()))
        .number("Mode", options.mode());
  }

  private static String volumesFrom(
      SharedNamespaces.VolumesOf from, Function<ContainerRef, ContainerId> ids) {
    String container =
        switch (from.container()) {
          case SharedNamespaces.Container.Own(ContainerRef own) -> ids.apply(own).value();
          case SharedNamespaces.Container.Outside(String outside) -> outside;
        };
    return from.mode().map(mode -> container + ":" + mode).orElse(container);
  }
}
