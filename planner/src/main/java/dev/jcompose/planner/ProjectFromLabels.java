package dev.jcompose.planner;

import dev.jcompose.model.Dependency;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectFiles;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Rebuilds a project from what it has on an engine, for commands that are run without its files.
///
/// What comes of it has the services with their images, numbers and dependencies, and is good for
/// stopping, starting, removing and showing; it is not good for `up`.
public final class ProjectFromLabels {
  private ProjectFromLabels() {}

  /// The project of that name; one without services when nothing of it is there.
  public static Project of(ProjectName name, ObservedState observed) {
    var services = new TreeMap<ServiceName, Service>();
    var containers = new TreeMap<ServiceName, List<ObservedContainer>>();
    for (ObservedContainer container : observed.containers()) {
      container
          .service()
          .ifPresent(service ->
              containers.computeIfAbsent(service, _ -> new ArrayList<>()).add(container));
    }
    containers.forEach((service, own) -> services.put(service, service(service, own)));
    return new Project(
        name,
        files(observed.containers()),
        services,
        Ordered.map(),
        Ordered.map(),
        Ordered.map(),
        Ordered.map(),
        Ordered.map(),
        Ordered.map(),
        Extensions.NONE);
  }

  /// Where the files were when the first of the containers was made.
  private static ProjectFiles files(List<ObservedContainer> containers) {
    return new ProjectFiles(
        label(containers, Labels.WORKING_DIR).map(Path::of).orElseGet(() -> Path.of("/")),
        paths(label(containers, Labels.CONFIG_FILES)),
        paths(label(containers, Labels.ENVIRONMENT_FILE)));
  }

  private static Optional<String> label(List<ObservedContainer> containers, String label) {
    return containers.stream()
        .flatMap(container -> container.label(label).stream())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static List<Path> paths(Optional<String> joined) {
    return joined.stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(Path::of)
        .toList();
  }

  private static Service service(ServiceName name, List<ObservedContainer> containers) {
    var replicas = containers.stream().filter(container -> !container.isOneOff()).toList();
    var image = containers.stream().map(container -> container.image().reference()).findFirst();
    var lifecycle =
        Lifecycle.PLAIN
            .withScale(replicas.size())
            .withDependsOn(dependencies(label(replicas, Labels.DEPENDS_ON).orElse("")));
    var service = Service.plain(name).withLifecycle(lifecycle);
    return image.map(service::withImage).orElse(service);
  }

  /// Reads `SERVICE:CONDITION:RESTART` joined by commas; older versions wrote the service alone.
  private static SequencedMap<ServiceName, Dependency> dependencies(String label) {
    var dependencies = new TreeMap<ServiceName, Dependency>();
    for (String entry : label.split(",", -1)) {
      var parts = entry.strip().split(":", -1);
      if (!parts[0].isEmpty()) {
        var condition =
            Optional.of(parts)
                .filter(all -> all.length > 1)
                .flatMap(all -> Dependency.Condition.of(all[1]))
                .orElse(Dependency.Condition.STARTED);
        var restart = parts.length > 2 && Boolean.parseBoolean(parts[2]);
        dependencies.put(new ServiceName(parts[0]), new Dependency(condition, restart, true));
      }
    }
    return dependencies;
  }
}
