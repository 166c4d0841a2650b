package dev.jcompose.spec.select;

import dev.jcompose.model.Build;
import dev.jcompose.model.FileGrant;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.VolumeKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Leaves out the networks, volumes, configs, secrets and models that no enabled service uses.
public final class UsedResources {
  private UsedResources() {}

  /// The project with what its enabled services use, and nothing else.
  public static Project only(Project project) {
    return new Project(
        project.name(),
        project.files(),
        project.services(),
        project.disabledServices(),
        used(project, project.networks(), s -> s.networking().networks().keySet().stream()),
        used(project, project.volumes(), UsedResources::volumes),
        used(project, project.configs(), service -> sources(service.storage().configs())),
        used(project, project.secrets(), UsedResources::secrets),
        used(project, project.models(), service -> service.execution().models().keySet().stream()),
        project.extensions());
  }

  private static <K, V> SequencedMap<K, V> used(
      Project project, SequencedMap<K, V> all, Function<Service, Stream<K>> keys) {
    Set<K> used = project.services().values().stream().flatMap(keys).collect(Collectors.toSet());
    SequencedMap<K, V> left = new LinkedHashMap<>(all);
    left.keySet().retainAll(used);
    return left;
  }

  private static Stream<VolumeKey> volumes(Service service) {
    return service.storage().mounts().stream()
        .filter(Mount.OfVolume.class::isInstance)
        .map(Mount.OfVolume.class::cast)
        .flatMap(mount -> mount.volume().stream());
  }

  private static Stream<String> secrets(Service service) {
    Stream<Build> build = service.build().stream();
    return Stream.concat(
        sources(service.storage().secrets()),
        build.flatMap(given -> sources(given.access().secrets())));
  }

  private static Stream<String> sources(List<FileGrant> grants) {
    return grants.stream().map(FileGrant::source);
  }
}
