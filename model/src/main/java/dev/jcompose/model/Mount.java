package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// One mount of a service, from its attribute `volumes`.
public sealed interface Mount {
  /// Where and how it appears in the container.
  MountPoint at();

  /// A file or directory of the host.
  ///
  /// @param source an absolute path of the host
  record Bind(String source, MountPoint at, Optional<BindOptions> options) implements Mount {}

  /// A volume: a named one of the project, or an anonymous one when there is no key.
  ///
  /// @param labelling options of bind mounts that hold for volumes too: `data:/data:z`
  record OfVolume(
      Optional<VolumeKey> volume,
      MountPoint at,
      Optional<VolumeOptions> options,
      Optional<BindOptions> labelling)
      implements Mount {}

  /// Memory.
  record Tmpfs(MountPoint at, Optional<TmpfsOptions> options) implements Mount {}

  /// The file system of an image, read-only.
  record OfImage(String image, MountPoint at, Optional<ImageOptions> options) implements Mount {}

  /// A kind that only some platforms have (`npipe`, `cluster`), handed on as it is.
  record Platform(String type, Optional<String> source, MountPoint at) implements Mount {}

  /// Options of a bind mount.
  ///
  /// @param propagation `rprivate`, `shared`, …
  /// @param createHostPath whether a missing source is made as a directory; left out: it is. The
  ///   config hash tells a given `true` from none
  /// @param recursive `enabled`, `disabled`, `writable` or `readonly`
  /// @param selinux `z` (shared label) or `Z` (private label)
  record BindOptions(
      Optional<String> propagation,
      Optional<Boolean> createHostPath,
      Optional<String> recursive,
      Optional<String> selinux,
      Extensions extensions) {}

  /// Options of a volume mount.
  ///
  /// @param noCopy whether to leave a new volume empty where the image has files
  record VolumeOptions(
      SequencedMap<String, String> labels,
      boolean noCopy,
      Optional<String> subpath,
      Extensions extensions) {
    public VolumeOptions {
      labels = Ordered.map(labels);
    }
  }

  /// Options of an image mount.
  ///
  /// @param subpath the path in the image; left out: all of it
  record ImageOptions(Optional<String> subpath, Extensions extensions) {}

  /// Options of a tmpfs mount.
  ///
  /// @param mode permission bits, as `chmod` takes them
  record TmpfsOptions(Optional<ByteSize> size, Optional<Integer> mode, Extensions extensions) {}
}
