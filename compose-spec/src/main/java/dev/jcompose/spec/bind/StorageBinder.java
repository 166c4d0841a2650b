package dev.jcompose.spec.bind;

import dev.jcompose.model.FileGrant;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Mount.BindOptions;
import dev.jcompose.model.Mount.ImageOptions;
import dev.jcompose.model.Mount.TmpfsOptions;
import dev.jcompose.model.Mount.VolumeOptions;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Storage;
import dev.jcompose.model.VolumeKey;
import dev.jcompose.model.VolumesFrom;
import dev.jcompose.model.VolumesFrom.Source;
import java.util.List;
import java.util.Optional;

/// Binds what is mounted into the container.
final class StorageBinder {
  private StorageBinder() {}

  static Storage bind(Attributes service) {
    return new Storage(
        service.mappings("volumes").stream().map(StorageBinder::mount).toList(),
        service.texts("volumes_from").stream().map(StorageBinder::volumesFrom).toList(),
        service.texts("tmpfs"),
        grants(service, "configs"),
        grants(service, "secrets"),
        service.flag("read_only"),
        service.pairs("storage_opt"));
  }

  static List<FileGrant> grants(Attributes attributes, String key) {
    return attributes.mappings(key).stream()
        .map(grant ->
            new FileGrant(
                grant.text("source").orElse(""),
                grant.text("target"),
                grant.text("uid"),
                grant.text("gid"),
                grant.mode("mode"),
                grant.extensions()))
        .toList();
  }

  private static Mount mount(Attributes mount) {
    MountPoint at =
        new MountPoint(
            mount.text("target").orElse(""),
            mount.flag("read_only"),
            mount.text("consistency"),
            mount.extensions());
    String type = mount.text("type").orElse("volume");
    return switch (type) {
      case "bind" -> new Mount.Bind(mount.text("source").orElse(""), at, bindOptions(mount));
      case "volume" ->
          new Mount.OfVolume(
              mount.text("source").map(VolumeKey::new),
              at,
              volumeOptions(mount),
              bindOptions(mount));
      case "tmpfs" -> new Mount.Tmpfs(at, tmpfsOptions(mount));
      case "image" ->
          new Mount.OfImage(
              mount.text("source").orElse(""),
              at,
              mount
                  .mapping("image")
                  .map(image -> new ImageOptions(image.text("subpath"), image.extensions())));
      default -> new Mount.Platform(type, mount.text("source"), at);
    };
  }

  private static Optional<BindOptions> bindOptions(Attributes mount) {
    return mount
        .mapping("bind")
        .map(bind ->
            new BindOptions(
                bind.text("propagation"),
                bind.optionalFlag("create_host_path"),
                bind.text("recursive"),
                bind.text("selinux"),
                bind.extensions()));
  }

  private static Optional<VolumeOptions> volumeOptions(Attributes mount) {
    return mount
        .mapping("volume")
        .map(volume ->
            new VolumeOptions(
                volume.pairs("labels"),
                volume.flag("nocopy"),
                volume.text("subpath"),
                volume.extensions()));
  }

  private static Optional<TmpfsOptions> tmpfsOptions(Attributes mount) {
    return mount
        .mapping("tmpfs")
        .map(tmpfs -> new TmpfsOptions(tmpfs.size("size"), tmpfs.mode("mode"), tmpfs.extensions()));
  }

  private static VolumesFrom volumesFrom(String text) {
    boolean container = text.startsWith("container:");
    String rest = container ? text.substring("container:".length()) : text;
    int colon = rest.indexOf(':');
    String name = colon < 0 ? rest : rest.substring(0, colon);
    return new VolumesFrom(
        container ? new Source.OfContainer(name) : new Source.OfService(new ServiceName(name)),
        colon < 0 ? Optional.empty() : Optional.of(rest.substring(colon + 1)));
  }
}
