package dev.jcompose.cli.generate;

import dev.jcompose.cli.generate.FoundContainers.Found;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.Value;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A Compose file that says what containers were made with.
///
/// Replicas of one service become that service; any other container becomes a service of its own
/// name. Networks and volumes of the project are declared; those of nobody, or of others, are
/// external, so that the services meet the data that the containers have.
///
/// @param leftOut what the file cannot say, a line for each container that has such things
public record GeneratedFile(Value.Fields content, List<String> leftOut) {
  private static final String DRIVER_OPTION = "driver_opts.";

  public GeneratedFile {
    leftOut = List.copyOf(leftOut);
  }

  /// The file for these containers.
  ///
  /// @param name of the project; left out: that of all the containers, if they have one
  /// @param folder paths below it are written from there; left out: all stay as they are
  public static GeneratedFile of(
      Optional<ProjectName> name, Optional<Path> folder, FoundContainers found) {
    var project = name.map(ProjectName::value).or(() -> common(found.containers()));
    var outside = new Surroundings(project, folder, found, services(found.containers()));
    var services = new FieldWriter();
    var leftOut = new ArrayList<String>();
    outside
        .services()
        .forEach((key, replicas) -> {
          var service = new GeneratedService(key, replicas, outside);
          services.put(key, service.value());
          if (!service.leftOut().isEmpty()) {
            leftOut.add(
                replicas.getFirst().container().name()
                    + ": "
                    + String.join(", ", service.leftOut()));
          }
        });
    var file = new FieldWriter();
    project.ifPresent(given -> file.text("name", given));
    file.put("services", services.value());
    file.nested("networks", networks(outside));
    file.nested("volumes", volumes(outside));
    return new GeneratedFile(file.value(), leftOut);
  }

  private static Optional<String> common(List<Found> containers) {
    var projects =
        containers.stream()
            .map(found -> found.container().label(Labels.PROJECT).orElse(""))
            .distinct()
            .toList();
    return projects.size() == 1
        ? Optional.of(projects.getFirst()).filter(ProjectName::isValid)
        : Optional.empty();
  }

  /// By key, in its order. Where two projects have a service of the same name, the later one is
  /// called as its container.
  private static SequencedMap<String, List<Found>> services(List<Found> containers) {
    Map<String, String> owners = new LinkedHashMap<>();
    SequencedMap<String, List<Found>> services = new TreeMap<>();
    for (Found found : containers) {
      var container = found.container();
      var owner = container.label(Labels.PROJECT).orElse("");
      var service = service(container);
      var isFree = owners.putIfAbsent(service, owner) == null || owner.equals(owners.get(service));
      var key = isFree ? service : container.name();
      services.computeIfAbsent(key, _ -> new ArrayList<>()).add(found);
    }
    return services;
  }

  private static String service(ObservedContainer container) {
    return container.isOneOff()
        ? container.name()
        : container.label(Labels.SERVICE).orElse(container.name());
  }

  private static FieldWriter networks(Surroundings outside) {
    var networks = new FieldWriter();
    new TreeMap<>(outside.found().networks())
        .forEach((name, network) -> {
          if (Surroundings.BUILT_IN.contains(name)) {
            return;
          }
          var fields = new FieldWriter();
          if (!outside.owns(network.labels())) {
            fields.text("name", name).scalar("external", "true");
          } else {
            define(network.attributes(), fields);
          }
          if (!outside.isPlainDefault(name) || !fields.isEmpty()) {
            networks.put(outside.networkKey(name), fields.value());
          }
        });
    return networks;
  }

  /// Pools of addresses may have been the engine's choice, and are not written.
  private static void define(SequencedMap<String, String> attributes, FieldWriter fields) {
    var options = new TreeMap<String, String>();
    attributes.forEach((attribute, value) -> {
      switch (attribute) {
        case "driver" -> fields.text(attribute, value.equals("bridge") ? "" : value);
        case "internal", "attachable", "enable_ipv6" ->
            fields.scalar(attribute, value.equals("true") ? value : "");
        default -> {
          if (attribute.startsWith(DRIVER_OPTION)) {
            options.put(attribute.substring(DRIVER_OPTION.length()), value);
          }
        }
      }
    });
    fields.nested("driver_opts", FieldWriter.ofTexts(options));
  }

  private static FieldWriter volumes(Surroundings outside) {
    var volumes = new FieldWriter();
    new TreeMap<>(outside.found().volumes())
        .forEach((name, volume) -> {
          if (outside.isAnonymous(name)) {
            return;
          }
          var fields = new FieldWriter();
          if (!outside.owns(volume.labels())) {
            fields.text("name", name).scalar("external", "true");
          } else {
            fields.text("driver", volume.driver().equals("local") ? "" : volume.driver());
            fields.nested("driver_opts", FieldWriter.ofTexts(volume.options()));
          }
          volumes.put(outside.volumeKey(name), fields.value());
        });
    return volumes;
  }
}
