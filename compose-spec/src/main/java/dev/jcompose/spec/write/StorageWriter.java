package dev.jcompose.spec.write;

import dev.jcompose.model.FileGrant;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Mount.BindOptions;
import dev.jcompose.model.Mount.ImageOptions;
import dev.jcompose.model.Mount.TmpfsOptions;
import dev.jcompose.model.Mount.VolumeOptions;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.Storage;
import dev.jcompose.model.Value;
import dev.jcompose.model.VolumeKey;
import dev.jcompose.model.VolumesFrom;
import dev.jcompose.model.VolumesFrom.Source;
import java.util.Optional;

/// Writes what is mounted into the container.
final class StorageWriter {
  private StorageWriter() {}

  static void write(Storage storage, Fields fields) {
    Form form = fields.form();
    fields
        .list("volumes", storage.mounts(), mount -> mount(mount, form))
        .texts(
            "volumes_from", storage.volumesFrom().stream().map(StorageWriter::volumesFrom).toList())
        .texts("tmpfs", storage.tmpfs())
        .list("configs", storage.configs(), grant -> grant(grant, form))
        .list("secrets", storage.secrets(), grant -> grant(grant, form))
        .flag("read_only", storage.readOnly())
        .pairs("storage_opt", storage.options());
  }

  static Value grant(FileGrant grant, Form form) {
    return new Fields(form)
        .text("source", grant.source())
        .text("target", grant.target())
        .text("uid", grant.uid())
        .text("gid", grant.gid())
        .mode("mode", grant.mode())
        .extensions(grant.extensions())
        .value();
  }

  private static Value mount(Mount mount, Form form) {
    Fields fields =
        switch (mount) {
          case Mount.Bind(String source, MountPoint at, Optional<BindOptions> options) ->
              start("bind", source, at, form).put("bind", options.map(bind -> bind(bind, form)));
          case Mount.OfVolume(
                  Optional<VolumeKey> key,
                  MountPoint at,
                  Optional<VolumeOptions> options,
                  Optional<BindOptions> labelling) ->
              start("volume", key.map(VolumeKey::value).orElse(""), at, form)
                  .put("bind", labelling.map(bind -> bind(bind, form)))
                  .put("volume", options.map(volume -> volume(volume, form)));
          case Mount.Tmpfs(MountPoint at, Optional<TmpfsOptions> options) ->
              start("tmpfs", "", at, form).put("tmpfs", options.map(tmpfs -> tmpfs(tmpfs, form)));
          case Mount.OfImage(String source, MountPoint at, Optional<ImageOptions> options) ->
              start("image", source, at, form)
                  .put("image", options.map(image -> image(image, form)));
          case Mount.Platform(String type, Optional<String> source, MountPoint at) ->
              start(type, source.orElse(""), at, form);
        };
    return fields.extensions(mount.at().extensions()).value();
  }

  private static Fields start(String type, String source, MountPoint at, Form form) {
    return new Fields(form)
        .text("type", type)
        .text("source", source)
        .text("target", at.target())
        .flag("read_only", at.readOnly())
        .text("consistency", at.consistency());
  }

  private static Value bind(BindOptions bind, Form form) {
    return new Fields(form)
        .text("selinux", bind.selinux())
        .text("propagation", bind.propagation())
        .flag("create_host_path", bind.createHostPath().orElse(false))
        .text("recursive", bind.recursive())
        .extensions(bind.extensions())
        .value();
  }

  private static Value volume(VolumeOptions volume, Form form) {
    return new Fields(form)
        .pairs("labels", volume.labels())
        .flag("nocopy", volume.noCopy())
        .text("subpath", volume.subpath())
        .extensions(volume.extensions())
        .value();
  }

  private static Value image(ImageOptions image, Form form) {
    return new Fields(form).text("subpath", image.subpath()).extensions(image.extensions()).value();
  }

  private static Value tmpfs(TmpfsOptions tmpfs, Form form) {
    return new Fields(form)
        .size("size", tmpfs.size())
        .number("mode", tmpfs.mode())
        .extensions(tmpfs.extensions())
        .value();
  }

  private static String volumesFrom(VolumesFrom from) {
    String source =
        switch (from.source()) {
          case Source.OfService(var service) -> service.value();
          case Source.OfContainer(var container) -> "container:" + container;
        };
    return from.mode().map(mode -> source + ":" + mode).orElse(source);
  }
}
