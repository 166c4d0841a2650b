package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// The variables that the providers of services tell to those that depend on them.
public final class ProviderVariables {
  private ProviderVariables() {}

  /// What the names of a service's variables begin with in its dependents.
  public static String prefix(ServiceName provider) {
    return provider.value().toUpperCase(Locale.ROOT) + "_";
  }

  /// The project in which those that declare to depend on that service have these variables, too.
  /// They take the place of variables of the same name.
  public static Project told(
      Project project, ServiceName provider, SequencedMap<String, String> variables) {
    var services = new LinkedHashMap<>(project.services());
    dependents(project, provider)
        .forEach(service -> services.put(service.name(), with(service, variables)));
    return project.withServices(services);
  }

  private static Service with(Service service, SequencedMap<String, String> variables) {
    var environment = new LinkedHashMap<>(service.execution().environment());
    variables.forEach((name, value) -> environment.put(name, Optional.of(value)));
    return service.withExecution(service.execution().withEnvironment(environment));
  }

  private static List<Service> dependents(Project project, ServiceName provider) {
    return project.services().values().stream()
        .filter(service -> service.lifecycle().dependsOn().containsKey(provider))
        .toList();
  }

  /// The project in which dependents of providers that have not run have the variables that their
  /// containers were made with.
  static Project asLastTold(Project project, ObservedState observed, Set<ServiceName> told) {
    var inventory = new Inventory(project, observed);
    var result = project;
    for (Service provider : project.services().values()) {
      if (provider.lifecycle().provider().isPresent() && !told.contains(provider.name())) {
        var services = new LinkedHashMap<>(result.services());
        for (Service service : dependents(result, provider.name())) {
          services.put(service.name(), with(service, seen(inventory, service, provider.name())));
        }
        result = result.withServices(services);
      }
    }
    return result;
  }

  private static SequencedMap<String, String> seen(
      Inventory inventory, Service service, ServiceName provider) {
    var variables = new TreeMap<String, String>();
    inventory.replicas(service.name()).stream()
        .flatMap(container -> container.details().stream())
        .findFirst()
        .ifPresent(details -> variables.putAll(details.environment()));
    variables.keySet().removeIf(name -> !name.startsWith(prefix(provider)));
    variables.keySet().removeAll(service.execution().environment().keySet());
    return Ordered.map(variables);
  }

  static List<Notice> notices(Project project, List<Service> providers, Set<ServiceName> told) {
    return providers.stream()
        .filter(service -> !told.contains(service.name()))
        .<Notice>map(service ->
            new Notice.ProviderFirst(
                service.name(),
                service.lifecycle().provider().orElseThrow().type(),
                dependents(project, service.name()).stream().map(Service::name).toList()))
        .toList();
  }
}
