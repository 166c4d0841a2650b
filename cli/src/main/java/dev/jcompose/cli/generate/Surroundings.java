package dev.jcompose.cli.generate;

import dev.jcompose.cli.generate.FoundContainers.Found;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// What a service may refer to, and by which keys.
///
/// @param project its name, if it has one
/// @param folder where the file is to be, if that is known
/// @param services the containers of each service
record Surroundings(
    Optional<String> project,
    Optional<Path> folder,
    FoundContainers found,
    SequencedMap<String, List<Found>> services) {
  /// Networks that every engine has; a service is on one of them by its `network_mode`.
  static final List<String> BUILT_IN = List.of("bridge", "host", "none");

  private static final String DEFAULT = "default";
  private static final String CONTAINER = "container:";
  private static final Pattern MADE_UP = Pattern.compile("[0-9a-f]{64}");

  Surroundings {
    services = Ordered.map(services);
  }

  /// Whether a network or a volume with these labels was made for the project.
  boolean owns(Map<String, String> labels) {
    return project.isPresent() && project.get().equals(labels.get(Labels.PROJECT));
  }

  String networkKey(String name) {
    var network = found.networks().get(name);
    return network != null && owns(network.labels())
        ? network.label(Labels.NETWORK).orElse(name)
        : name;
  }

  /// Whether it is the project's network that all services are on that name none.
  boolean isPlainDefault(String name) {
    return networkKey(name).equals(DEFAULT) && !name.equals(DEFAULT);
  }

  String volumeKey(String name) {
    var volume = found.volumes().get(name);
    return volume != null && owns(volume.labels())
        ? volume.label(Labels.VOLUME).orElse(name)
        : name;
  }

  /// Whether the engine made up the name of that volume.
  boolean isAnonymous(String volume) {
    return MADE_UP.matcher(volume).matches();
  }

  /// The key of a service of the same project as that container; none if it is not here.
  Optional<String> sibling(ObservedContainer container, String service) {
    return services.entrySet().stream()
        .filter(entry -> {
          var other = entry.getValue().getFirst().container();
          return !other.isOneOff()
              && other.label(Labels.SERVICE).filter(service::equals).isPresent()
              && other.label(Labels.PROJECT).equals(container.label(Labels.PROJECT));
        })
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// A path of this machine as the file names it.
  String path(String absolute) {
    return folder
        .filter(below -> Path.of(absolute).startsWith(below))
        .map(below -> "./" + below.relativize(Path.of(absolute)))
        .orElse(absolute);
  }

  /// `container:ID` by the service that it is a container of, if it is one here.
  String shared(String mode) {
    if (!mode.startsWith(CONTAINER)) {
      return mode;
    }
    var id = mode.substring(CONTAINER.length());
    return services.entrySet().stream()
        .filter(service ->
            service.getValue().stream().anyMatch(one -> one.container().id().value().equals(id)))
        .map(service -> "service:" + service.getKey())
        .findFirst()
        .orElse(mode);
  }
}
