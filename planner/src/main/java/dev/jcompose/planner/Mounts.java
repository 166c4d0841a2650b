package dev.jcompose.planner;

import dev.jcompose.model.Extensions;
import dev.jcompose.model.Mount;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.VolumeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The mounts of a container to be made, with the engine's names.
final class Mounts {
  private final Project project;
  private final List<ObservedMount> inherited;

  /// @param replaced the container whose anonymous volumes are taken over
  Mounts(Project project, Optional<ObservedContainer> replaced) {
    this.project = project;
    this.inherited =
        replaced.stream()
            .flatMap(container -> container.mounts().stream())
            .filter(mount -> mount.name().filter(Names::isAnonymousVolume).isPresent())
            .toList();
  }

  /// Those of the service's `volumes`, then those its image declares and the replaced container
  /// had. While the image is not known, whatever the replaced container had is taken over.
  List<ContainerMount> of(Service service, Optional<ObservedImage> image) {
    var mounts = new ArrayList<ContainerMount>();
    for (Mount mount : service.storage().mounts()) {
      mounts.add(named(mount));
    }
    for (ObservedMount old : inherited) {
      var isFree = mounts.stream().noneMatch(mount -> mount.at().target().equals(old.target()));
      if (isFree && image.map(known -> known.volumes().contains(old.target())).orElse(true)) {
        var at = new MountPoint(old.target(), old.readOnly(), Optional.empty(), Extensions.NONE);
        mounts.add(new ContainerMount.NamedVolume(old.name().orElseThrow(), at, Optional.empty()));
      }
    }
    return mounts;
  }

  private ContainerMount named(Mount mount) {
    return switch (mount) {
      case Mount.Bind(var source, var at, var options) ->
          new ContainerMount.Bind(source, at, options);
      case Mount.OfVolume(var key, var at, var options, var labelling) ->
          key.map(this::name)
              .or(() -> takenOver(at))
              .<ContainerMount>map(name ->
                  new ContainerMount.NamedVolume(
                      name, at, options, labelling.flatMap(Mount.BindOptions::selinux)))
              .orElseGet(() -> new ContainerMount.AnonymousVolume(at, options));
      case Mount.Tmpfs(var at, var options) -> new ContainerMount.Tmpfs(at, options);
      case Mount.OfImage(var image, var at, var options) ->
          new ContainerMount.OfImage(image, at, options.flatMap(Mount.ImageOptions::subpath));
      case Mount.Platform(var type, var source, var at) ->
          new ContainerMount.Platform(type, source, at);
    };
  }

  private String name(VolumeKey key) {
    var volume = project.volumes().get(key);
    return volume == null ? key.value() : volume.name();
  }

  private Optional<String> takenOver(MountPoint at) {
    return inherited.stream()
        .filter(mount -> mount.target().equals(at.target()))
        .findFirst()
        .flatMap(ObservedMount::name);
  }
}
