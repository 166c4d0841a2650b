package dev.jcompose.spec.select;

import dev.jcompose.model.Dependency;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// Narrows a project to the services that a command names.
public final class ServiceSelection {
  /// What else is taken.
  public enum Reach {
    /// All that the named services depend on, directly or through others.
    WITH_DEPENDENCIES,
    /// Nothing.
    ONLY_NAMED
  }

  private ServiceSelection() {}

  /// The project with the named services enabled and all others disabled; whole if none is named.
  /// Dependencies on services that are not taken are dropped. Names that no service has are passed
  /// over: see {@link #unknown}.
  public static Project select(Project project, List<ServiceName> names, Reach reach) {
    if (names.isEmpty()) {
      return project;
    }
    Set<ServiceName> taken = taken(project, names, reach);
    SequencedMap<ServiceName, Service> enabled = new LinkedHashMap<>();
    SequencedMap<ServiceName, Service> disabled = new LinkedHashMap<>(project.disabledServices());
    project
        .services()
        .forEach((name, service) -> {
          if (taken.contains(name)) {
            enabled.put(name, withDependenciesIn(service, taken));
          } else {
            disabled.put(name, service);
          }
        });
    return new Project(
        project.name(),
        project.files(),
        enabled,
        disabled,
        project.networks(),
        project.volumes(),
        project.configs(),
        project.secrets(),
        project.models(),
        project.extensions());
  }

  /// The names that no service has, enabled or not, in the order given.
  public static List<ServiceName> unknown(Project project, List<ServiceName> names) {
    return names.stream()
        .filter(name -> !project.services().containsKey(name))
        .filter(name -> !project.disabledServices().containsKey(name))
        .toList();
  }

  private static Set<ServiceName> taken(Project project, List<ServiceName> names, Reach reach) {
    Set<ServiceName> taken = new LinkedHashSet<>();
    Deque<ServiceName> left = new ArrayDeque<>(names);
    while (!left.isEmpty()) {
      ServiceName name = left.removeFirst();
      Service service = project.services().get(name);
      if (service != null && taken.add(name)) {
        switch (reach) {
          case WITH_DEPENDENCIES -> left.addAll(service.lifecycle().dependsOn().keySet());
          case ONLY_NAMED -> {}
        }
      }
    }
    return taken;
  }

  private static Service withDependenciesIn(Service service, Set<ServiceName> taken) {
    SequencedMap<ServiceName, Dependency> dependencies =
        new LinkedHashMap<>(service.lifecycle().dependsOn());
    dependencies.keySet().retainAll(taken);
    return service.withLifecycle(service.lifecycle().withDependsOn(dependencies));
  }
}
