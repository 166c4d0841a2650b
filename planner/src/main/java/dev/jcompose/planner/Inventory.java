package dev.jcompose.planner;

import dev.jcompose.model.Orders;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The observed state, sorted by what it means for a project.
final class Inventory {
  private static final Comparator<ObservedContainer> BY_PLACE =
      Orders.inTurn(
          Orders.by(container -> container.number().orElse(0)), Orders.by(ObservedContainer::name));

  private static final Comparator<ObservedContainer> NEWEST_FIRST =
      Orders.inTurn(
          Collections.reverseOrder(Orders.by(ObservedContainer::created)),
          Orders.by(ObservedContainer::name));

  private final Project project;
  private final ObservedState observed;

  /// By name.
  private final List<ObservedContainer> containers;

  /// In the same order.
  private final SortedMap<ServiceName, List<ObservedContainer>> byService = new TreeMap<>();

  private final SortedMap<ServiceName, List<ObservedContainer>> replicas = new TreeMap<>();
  private final SortedMap<ServiceName, List<ObservedContainer>> leftovers = new TreeMap<>();

  Inventory(Project project, ObservedState observed) {
    this.project = project;
    this.observed = observed;
    this.containers =
        observed.containers().stream().sorted(Orders.by(ObservedContainer::name)).toList();
    var byReplica = new TreeMap<Replica, List<ObservedContainer>>();
    for (ObservedContainer container : containers) {
      var service = container.service();
      if (service.isPresent()) {
        list(byService, service.get()).add(container);
        if (!container.isOneOff() && !container.isHook()) {
          var place = new Replica(service.get(), container.number().orElse(0));
          byReplica.computeIfAbsent(place, _ -> new ArrayList<>()).add(container);
        }
      }
    }
    byReplica.forEach(this::sortOut);
    replicas.values().forEach(list -> list.sort(BY_PLACE));
    leftovers.values().forEach(list -> list.sort(BY_PLACE));
  }

  /// While the replaced container is there, its half-made successor is in the way; when it is gone,
  /// the successor takes its place.
  private void sortOut(Replica place, List<ObservedContainer> containers) {
    var temporary = containers.stream().filter(Names::isTemporary).sorted(NEWEST_FIRST).toList();
    var settled = containers.stream().filter(container -> !Names.isTemporary(container)).toList();
    var successor = settled.isEmpty() ? temporary.stream().limit(1).toList() : settled;
    list(replicas, place.service()).addAll(successor);
    temporary.stream()
        .filter(container -> !successor.contains(container))
        .forEach(list(leftovers, place.service())::add);
  }

  private static List<ObservedContainer> list(
      SortedMap<ServiceName, List<ObservedContainer>> map, ServiceName service) {
    return map.computeIfAbsent(service, _ -> new ArrayList<>());
  }

  /// The containers that stand for the service, by number.
  List<ObservedContainer> replicas(ServiceName service) {
    return List.copyOf(replicas.getOrDefault(service, List.of()));
  }

  /// What interrupted recreates left behind and nobody can use.
  List<ObservedContainer> leftovers(ServiceName service) {
    return List.copyOf(leftovers.getOrDefault(service, List.of()));
  }

  /// What hooks that did not succeed left behind.
  List<ObservedContainer> hooks(ServiceName service) {
    return all(service).stream().filter(ObservedContainer::isHook).toList();
  }

  /// All containers of a service: replicas, leftovers, those of hooks, and one-offs.
  List<ObservedContainer> all(ServiceName service) {
    return List.copyOf(byService.getOrDefault(service, List.of()));
  }

  /// All containers of the project, by name.
  List<ObservedContainer> containers() {
    return containers;
  }

  /// Containers whose service is neither in the project nor disabled, and one-offs that have ended;
  /// by name.
  List<ObservedContainer> orphans() {
    return containers.stream().filter(this::isOrphan).toList();
  }

  private boolean isOrphan(ObservedContainer container) {
    if (container.isOneOff() && container.status().state() == ContainerStatus.State.EXITED) {
      return true;
    }
    return container
        .service()
        .filter(service ->
            project.services().containsKey(service)
                || project.disabledServices().containsKey(service))
        .isEmpty();
  }

  Optional<ObservedNetwork> network(String name) {
    return observed.networks().stream().filter(network -> network.name().equals(name)).findFirst();
  }

  Optional<ObservedVolume> volume(String name) {
    return observed.volumes().stream().filter(volume -> volume.name().equals(name)).findFirst();
  }

  /// All networks, by name.
  List<ObservedNetwork> networks() {
    return observed.networks().stream().sorted(Orders.by(ObservedNetwork::name)).toList();
  }

  /// All volumes, by name.
  List<ObservedVolume> volumes() {
    return observed.volumes().stream().sorted(Orders.by(ObservedVolume::name)).toList();
  }

  Optional<ObservedImage> image(String reference) {
    return Optional.ofNullable(observed.images().get(reference));
  }

  /// What can be given to containers from this machine.
  HostFiles hostFiles() {
    return new HostFiles(observed.hostFiles(), observed.site());
  }

  /// What the configs and secrets of a service hold.
  FileContents contents(Service service) {
    return FileContents.of(project, service, observed.hostFiles());
  }

  /// Whether labels say that something belongs to this project.
  boolean isOurs(Optional<String> projectLabel) {
    return projectLabel.filter(project.name().value()::equals).isPresent();
  }
}
