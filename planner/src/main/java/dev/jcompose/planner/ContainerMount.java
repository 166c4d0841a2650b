package dev.jcompose.planner;

import dev.jcompose.model.Mount;
import dev.jcompose.model.MountPoint;
import java.util.Optional;

/// A mount of a container to be made, with the engine's names.
public sealed interface ContainerMount {
  /// Where and how it appears in the container.
  MountPoint at();

  /// A file or directory of the host.
  record Bind(String source, MountPoint at, Optional<Mount.BindOptions> options)
      implements ContainerMount {}

  /// A volume by the engine's name.
  ///
  /// @param selinux `z` (shared label) or `Z` (private label)
  record NamedVolume(
      String name, MountPoint at, Optional<Mount.VolumeOptions> options, Optional<String> selinux)
      implements ContainerMount {
    /// A volume without a label.
    public NamedVolume(String name, MountPoint at, Optional<Mount.VolumeOptions> options) {
      this(name, at, options, Optional.empty());
    }
  }

  /// A new volume without a name.
  record AnonymousVolume(MountPoint at, Optional<Mount.VolumeOptions> options)
      implements ContainerMount {}

  /// Memory.
  record Tmpfs(MountPoint at, Optional<Mount.TmpfsOptions> options) implements ContainerMount {}

  /// The file system of an image.
  record OfImage(String image, MountPoint at, Optional<String> subpath) implements ContainerMount {}

  /// A kind that only some platforms have.
  record Platform(String type, Optional<String> source, MountPoint at) implements ContainerMount {}
}
