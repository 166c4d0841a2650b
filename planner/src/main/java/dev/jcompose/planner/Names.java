package dev.jcompose.planner;

import dev.jcompose.model.Hook;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Network;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.Volume;
import dev.jcompose.model.VolumeKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names that containers and images get.
final class Names {
  private static final Pattern TEMPORARY = Pattern.compile("[0-9a-f]{12}_.+");
  private static final Pattern ANONYMOUS_VOLUME = Pattern.compile("[0-9a-f]{64}");

  private Names() {}

  /// `PROJECT-SERVICE-NUMBER`, or the one the user chose.
  static String container(Project project, Service service, int number) {
    return service
        .lifecycle()
        .containerName()
        .orElseGet(() -> project.name() + "-" + service.name() + "-" + number);
  }

  /// What a container is called until the one it replaces is gone.
  static String temporary(ObservedContainer replaced, String name) {
    return replaced.id().brief() + "_" + name;
  }

  /// Whether a recreate has not come to the point where the new container gets its name.
  static boolean isTemporary(ObservedContainer container) {
    return container.label(Labels.REPLACE).isPresent()
        && TEMPORARY.matcher(container.name()).matches();
  }

  /// `PROJECT-SERVICE` for a service that is only built.
  static String image(Project project, Service service) {
    return service.image().orElseGet(() -> builtImage(project, service));
  }

  /// What a `pre_start` hook runs in.
  static String image(Project project, Service service, Hook hook) {
    return hook.image().orElseGet(() -> image(project, service));
  }

  static String builtImage(Project project, Service service) {
    return project.name() + "-" + service.name();
  }

  /// The engine's names of the networks a service is on; none when it uses another's.
  static List<String> networks(Project project, Service service) {
    if (service.networking().mode().isPresent()) {
      return List.of();
    }
    return service.networking().networks().keySet().stream()
        .flatMap(key -> Optional.ofNullable(project.networks().get(key)).stream())
        .map(Network::name)
        .toList();
  }

  /// The engine's names of the named volumes a service has.
  static List<String> volumes(Project project, Service service) {
    return volumeKeys(service).stream()
        .flatMap(key -> Optional.ofNullable(project.volumes().get(key)).stream())
        .map(Volume::name)
        .toList();
  }

  /// The named volumes a service has, each once.
  static List<VolumeKey> volumeKeys(Service service) {
    return service.storage().mounts().stream()
        .filter(Mount.OfVolume.class::isInstance)
        .flatMap(mount -> ((Mount.OfVolume) mount).volume().stream())
        .distinct()
        .toList();
  }

  /// Whether the engine made that name up.
  static boolean isAnonymousVolume(String name) {
    return ANONYMOUS_VOLUME.matcher(name).matches();
  }
}
