package dev.jcompose.planner;

import static java.util.Objects.requireNonNull;

import dev.jcompose.model.Network;
import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes the networks that services use, and makes those anew whose definition has changed.
final class NetworkSteps {
  private final Project project;
  private final Inventory inventory;
  private final Definitions definitions;
  private final PlanBuilder plan;
  private final List<Network> missing = new ArrayList<>();
  private final Map<Network, Cause> changed = new LinkedHashMap<>();
  private final Map<NetworkKey, StepId> made = new HashMap<>();
  private final Map<ContainerId, List<StepId>> joined = new HashMap<>();

  NetworkSteps(Project project, Inventory inventory, Definitions definitions, PlanBuilder plan) {
    this.project = project;
    this.inventory = inventory;
    this.definitions = definitions;
    this.plan = plan;
  }

  /// Sorts the networks out without adding steps.
  void look(List<Service> services) {
    var keys = new TreeSet<NetworkKey>();
    for (Service service : services) {
      if (service.networking().mode().isEmpty()) {
        keys.addAll(service.networking().networks().keySet());
      }
    }
    for (NetworkKey key : keys) {
      var network = project.networks().get(key);
      if (network != null) {
        look(network);
      }
    }
  }

  private void look(Network network) {
    var observed = inventory.network(network.name());
    if (network.external()) {
      if (observed.isEmpty()) {
        plan.fail(new Problem.NoExternalNetwork(network.key(), network.name()));
      }
    } else if (observed.isEmpty()) {
      missing.add(network);
    } else if (!inventory.isOurs(observed.get().label(Labels.PROJECT))) {
      plan.tell(new Notice.ForeignNetwork(network.key(), network.name()));
    } else {
      definitions
          .changed(project, network, observed.get())
          .ifPresent(cause -> {
            checkGuests(network, observed.get());
            changed.put(network, cause);
          });
    }
  }

  private void checkGuests(Network network, ObservedNetwork observed) {
    var guests = new HashMap<>(observed.attached());
    inventory.containers().forEach(container -> guests.remove(container.id()));
    if (!guests.isEmpty()) {
      var names = guests.values().stream().sorted().toList();
      plan.fail(new Problem.NetworkInUse(network.key(), network.name(), names));
    }
  }

  /// The names of those that are made anew.
  Set<String> changed() {
    var names = new HashSet<String>();
    changed.keySet().forEach(network -> names.add(network.name()));
    return names;
  }

  /// Adds the steps.
  ///
  /// @param replaced containers that others take the place of: they are stopped before
  /// @param restarted containers that are stopped, too, and put back; the rest of those on a
  ///   changed network are taken off it and put back while they run
  void add(
      Stops stops,
      Set<ContainerId> replaced,
      Set<ContainerId> restarted,
      Collection<StepId> after) {
    for (Network network : missing) {
      made.put(network.key(), plan.add(creation(network), after, new Cause.Missing()));
    }
    for (Network network : changed.keySet()) {
      renew(network, stops, replaced, restarted, after);
    }
  }

  private void renew(
      Network network,
      Stops stops,
      Set<ContainerId> replaced,
      Set<ContainerId> restarted,
      Collection<StepId> after) {
    var moved = new Cause.NetworksChanged(List.of(network.name()));
    var attached =
        inventory.containers().stream()
            .filter(container -> container.endpoints().containsKey(network.name()))
            .toList();
    var free = new ArrayList<>(after);
    for (ObservedContainer container : attached) {
      var before =
          replaced.contains(container.id()) || restarted.contains(container.id())
              ? stops.stop(container, after, moved)
              : List.copyOf(after);
      free.add(
          plan.add(
              new Operation.DisconnectNetwork(container.ref(), network.name()), before, moved));
    }
    var id = inventory.network(network.name()).map(ObservedNetwork::id).orElseThrow();
    var cause = requireNonNull(changed.get(network));
    var removed = plan.add(new Operation.RemoveNetwork(id, network.name()), free, cause);
    var created = plan.add(creation(network), List.of(removed), cause);
    made.put(network.key(), created);
    for (ObservedContainer container : attached) {
      if (!replaced.contains(container.id())) {
        reconnect(container, network, created, moved);
      }
    }
  }

  private void reconnect(
      ObservedContainer container, Network network, StepId created, Cause cause) {
    container.service().flatMap(project::service).stream()
        .flatMap(service -> new Endpoints(project).of(service, container.name()).stream())
        .filter(endpoint -> endpoint.network().equals(network.name()))
        .map(endpoint ->
            plan.add(
                new Operation.ConnectNetwork(container.ref(), endpoint), List.of(created), cause))
        .forEach(joined.computeIfAbsent(container.id(), _ -> new ArrayList<>())::add);
  }

  private Operation creation(Network network) {
    var hash = definitions.hasher().hash(network);
    return new Operation.CreateNetwork(network, Labelling.of(project, network, hash));
  }

  /// Removes the networks that have another name by now, where the removals so far have left no
  /// container of the project on them.
  void removeRenamed(Stops stops) {
    for (ObservedNetwork observed : inventory.networks()) {
      if (isRenamed(observed)) {
        stops
            .afterRemovalOf(container -> container.endpoints().containsKey(observed.name()))
            .ifPresent(after ->
                plan.add(
                    new Operation.RemoveNetwork(observed.id(), observed.name()),
                    after,
                    new Cause.Unused()));
      }
    }
  }

  private boolean isRenamed(ObservedNetwork observed) {
    return inventory.isOurs(observed.label(Labels.PROJECT))
        && project.networks().values().stream()
            .noneMatch(network -> network.name().equals(observed.name()))
        && observed
            .label(Labels.NETWORK)
            .map(key -> project.networks().get(new NetworkKey(key)))
            .isPresent();
  }

  /// The steps after which containers that stay are on their networks again.
  List<StepId> joined(List<Fate> replicas) {
    return replicas.stream()
        .flatMap(fate -> fate.kept().stream())
        .flatMap(container -> joined.getOrDefault(container.id(), List.of()).stream())
        .toList();
  }

  /// The steps after which the service's networks are there.
  List<StepId> before(Service service) {
    var steps = new ArrayList<StepId>();
    if (service.networking().mode().isEmpty()) {
      for (NetworkKey key : service.networking().networks().keySet()) {
        var step = made.get(key);
        if (step != null) {
          steps.add(step);
        }
      }
    }
    return steps;
  }
}
