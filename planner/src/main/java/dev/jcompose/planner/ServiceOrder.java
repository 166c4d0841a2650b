package dev.jcompose.planner;

import dev.jcompose.model.Dependency;
import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.Orders;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.VolumesFrom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Services in an order in which each comes after those it needs; ties go by the alphabet.
final class ServiceOrder {
  /// No services.
  static final ServiceOrder NONE = new ServiceOrder(List.of(), Map.of());

  private static final Dependency STARTED =
      new Dependency(Dependency.Condition.STARTED, false, true);

  private final List<Service> services;

  /// What each of them needs.
  private final Map<ServiceName, Set<ServiceName>> needs;

  private ServiceOrder(List<Service> services, Map<ServiceName, Set<ServiceName>> needs) {
    this.services = List.copyOf(services);
    this.needs = needs;
  }

  /// Those services of the project, with what they need when that is wanted; none named: all.
  static ServiceOrder of(
      Project project, Collection<ServiceName> named, PlanOptions.Dependencies dependencies) {
    var wanted = new TreeMap<ServiceName, Set<ServiceName>>();
    var open = new ArrayList<>(named.isEmpty() ? project.services().keySet() : named);
    while (!open.isEmpty()) {
      var name = open.removeLast();
      var service = project.service(name);
      if (service.isPresent() && !wanted.containsKey(name)) {
        var needs = needs(service.get()).keySet();
        wanted.put(name, needs);
        if (dependencies == PlanOptions.Dependencies.INCLUDED) {
          open.addAll(needs);
        }
      }
    }
    return new ServiceOrder(sorted(project, wanted), wanted);
  }

  /// A problem for each of these names that no service of the project has, disabled ones included.
  static List<Problem.NoSuchService> unknown(Project project, Collection<ServiceName> named) {
    return named.stream()
        .filter(name -> !project.services().containsKey(name))
        .filter(name -> !project.disabledServices().containsKey(name))
        .map(Problem.NoSuchService::new)
        .toList();
  }

  /// Dependencies in a circle are refused when a file is read; labels may still describe one, and
  /// then the first by name goes first.
  private static List<Service> sorted(
      Project project, SortedMap<ServiceName, Set<ServiceName>> wanted) {
    var sorted = new ArrayList<Service>();
    var left = new TreeMap<>(wanted);
    while (!left.isEmpty()) {
      var next = firstReady(left).orElseGet(left::firstKey);
      left.remove(next);
      sorted.add(project.services().get(next));
    }
    return sorted;
  }

  private static Optional<ServiceName> firstReady(SortedMap<ServiceName, Set<ServiceName>> left) {
    for (Map.Entry<ServiceName, Set<ServiceName>> service : left.entrySet()) {
      if (Collections.disjoint(left.keySet(), service.getValue())) {
        return Optional.of(service.getKey());
      }
    }
    return Optional.empty();
  }

  /// Dependencies first.
  List<Service> services() {
    return services;
  }

  /// What a service needs of others, be it declared or implied, by name.
  static SortedMap<ServiceName, Dependency> needs(Service service) {
    var needs = new TreeMap<ServiceName, Dependency>();
    sharesWith(service).forEach(other -> needs.put(other, STARTED));
    service.networking().links().stream()
        .map(link -> new ServiceName(link.split(":", 2)[0]))
        .forEach(other -> needs.put(other, STARTED));
    needs.putAll(service.lifecycle().dependsOn());
    needs.remove(service.name());
    return needs;
  }

  /// The services whose namespaces or volumes a service uses.
  static SortedSet<ServiceName> sharesWith(Service service) {
    var shares = new TreeSet<>(sharesNamespaceWith(service));
    for (VolumesFrom volumes : service.storage().volumesFrom()) {
      if (volumes.source() instanceof VolumesFrom.Source.OfService(ServiceName other)) {
        shares.add(other);
      }
    }
    return shares;
  }

  /// The services whose network, ipc or pid namespace a service uses.
  static SortedSet<ServiceName> sharesNamespaceWith(Service service) {
    var shares = new TreeSet<ServiceName>();
    Stream.of(service.networking().mode(), service.namespaces().ipc(), service.namespaces().pid())
        .flatMap(Optional::stream)
        .forEach(mode -> {
          if (mode instanceof NamespaceMode.OfService(ServiceName other)) {
            shares.add(other);
          }
        });
    return shares;
  }

  /// The same without that service.
  ServiceOrder without(ServiceName name) {
    return new ServiceOrder(
        services.stream().filter(service -> !service.name().equals(name)).toList(), needs);
  }

  List<ServiceName> names() {
    return services.stream().map(Service::name).toList();
  }

  boolean contains(ServiceName name) {
    return services.stream().anyMatch(service -> service.name().equals(name));
  }

  /// Those of these services that need that one, by name.
  List<Service> dependents(ServiceName of) {
    return services.stream()
        .filter(service -> needs.getOrDefault(service.name(), Set.of()).contains(of))
        .sorted(Orders.by(Service::name))
        .toList();
  }
}
