package dev.jcompose.planner;

import dev.jcompose.model.Dependency;
import dev.jcompose.model.Orders;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Decides what becomes of each replica, before any step is made.
///
/// First each service for itself, dependencies first; then what follows from that for the services
/// around it.
final class Fates {
  private final ServiceOrder order;
  private final Inventory inventory;
  private final Divergence divergence;
  private final PlanOptions.Up options;
  private final Set<String> replacedVolumes;
  private final Set<String> changedNetworks;
  private final SequencedMap<ServiceName, Fate.OfService> fates = new LinkedHashMap<>();

  /// @param replacedVolumes names of volumes that are removed and made anew
  /// @param changedNetworks names of networks that are removed and made anew
  Fates(
      ServiceOrder order,
      Inventory inventory,
      Divergence divergence,
      PlanOptions.Up options,
      Set<String> replacedVolumes,
      Set<String> changedNetworks) {
    this.order = order;
    this.inventory = inventory;
    this.divergence = divergence;
    this.options = options;
    this.replacedVolumes = replacedVolumes;
    this.changedNetworks = changedNetworks;
  }

  /// By service, dependencies first. Call it once.
  SequencedMap<ServiceName, Fate.OfService> decide() {
    for (Service service : order.services()) {
      fates.put(service.name(), decide(service));
    }
    if (options.until() != PlanOptions.Until.CREATED) {
      for (Service service : order.services()) {
        followDependencies(service);
      }
      for (Service service : order.services().reversed()) {
        repeatWork(service);
      }
    }
    return fates;
  }

  /// The containers that stay whose namespaces or volumes the service uses.
  Map<ServiceName, ContainerId> parents(Service service) {
    var parents = new HashMap<ServiceName, ContainerId>();
    for (ServiceName name : ServiceOrder.sharesWith(service)) {
      var kept =
          fates.containsKey(name)
              ? fates.get(name).replicas().stream().findFirst().flatMap(Fate::kept)
              : inventory.replicas(name).stream().findFirst();
      kept.ifPresent(container -> parents.put(name, container.id()));
    }
    return parents;
  }

  private Fate.OfService decide(Service service) {
    var removals = new ArrayList<Fate.Removal>();
    for (ObservedContainer leftover : inventory.leftovers(service.name())) {
      removals.add(new Fate.Removal(leftover, new Cause.Unfinished()));
    }
    var existing = inventory.replicas(service.name());
    var causes = new HashMap<ContainerId, Cause>();
    for (ObservedContainer container : existing) {
      recreateCause(service, container).ifPresent(cause -> causes.put(container.id(), cause));
    }
    var wanted = service.lifecycle().provider().isPresent() ? 0 : service.replicas();
    var ranked = existing.stream().sorted(Orders.by(c -> causes.containsKey(c.id())));
    var replicas = new ArrayList<Fate>();
    for (ObservedContainer container : ranked.toList()) {
      if (replicas.size() < wanted) {
        replicas.add(fate(container, Optional.ofNullable(causes.get(container.id()))));
      } else {
        removals.add(new Fate.Removal(container, new Cause.Scaled(existing.size(), wanted)));
      }
    }
    addMissing(replicas, existing, wanted);
    replicas.sort(Orders.by(Fate::number));
    return new Fate.OfService(service, replicas, removals, inventory.hooks(service.name()));
  }

  private static void addMissing(
      List<Fate> replicas, List<ObservedContainer> existing, int wanted) {
    var next = existing.stream().mapToInt(Fates::number).max().orElse(0) + 1;
    Cause cause =
        existing.isEmpty() ? new Cause.Missing() : new Cause.Scaled(existing.size(), wanted);
    while (replicas.size() < wanted) {
      replicas.add(new Fate.Create(next++, cause));
    }
  }

  private static int number(ObservedContainer container) {
    return container.number().orElse(1);
  }

  private Optional<Cause> recreateCause(Service service, ObservedContainer container) {
    var isNamed = options.services().isEmpty() || options.services().contains(service.name());
    var cause =
        switch (isNamed ? options.recreate() : options.recreateDependencies()) {
          case NEVER -> Optional.<Cause>empty();
          case ALWAYS -> Optional.<Cause>of(new Cause.Forced());
          case DIVERGED ->
              parentRecreated(service)
                  .or(() -> divergence.of(service, parents(service), container))
                  .or(() -> renewal(container));
        };
    return cause.or(() -> beyondStarting(container.status().state()));
  }

  /// Anonymous volumes are renewed with their container.
  private Optional<Cause> renewal(ObservedContainer container) {
    var isAsked = options.anonymousVolumes() == PlanOptions.AnonymousOnRecreate.RENEWED;
    return isAsked && container.hasAnonymousVolumes()
        ? Optional.of(new Cause.Renewed())
        : Optional.empty();
  }

  private Optional<Cause> parentRecreated(Service service) {
    return ServiceOrder.sharesWith(service).stream()
        .filter(name -> {
          var parent = fates.get(name);
          return parent != null
              && parent.replicas().stream().findFirst().flatMap(Fate::kept).isEmpty();
        })
        .findFirst()
        .map(Cause.DependencyRecreated::new);
  }

  private static Optional<Cause> beyondStarting(ContainerStatus.State state) {
    return switch (state) {
      case DEAD, REMOVING -> Optional.of(new Cause.NotRunning(state));
      case CREATED, RUNNING, PAUSED, RESTARTING, EXITED -> Optional.empty();
    };
  }

  private Fate fate(ObservedContainer container, Optional<Cause> recreate) {
    var lost =
        container.mounts().stream()
            .flatMap(mount -> mount.name().stream())
            .filter(replacedVolumes::contains)
            .distinct()
            .toList();
    if (!lost.isEmpty()) {
      return new Fate.Renew(number(container), container, new Cause.VolumesChanged(lost));
    }
    Function<Cause, Fate> recreated =
        cause -> new Fate.Recreate(number(container), container, cause);
    return recreate
        .map(recreated)
        .or(() -> moved(container))
        .orElseGet(() -> startIfStopped(container));
  }

  /// A container that runs is stopped while a network it is on is made anew.
  private Optional<Fate> moved(ObservedContainer container) {
    var networks =
        container.endpoints().keySet().stream().filter(changedNetworks::contains).sorted().toList();
    return networks.isEmpty() || !container.status().isRunning()
        ? Optional.empty()
        : Optional.of(
            new Fate.Restart(number(container), container, new Cause.NetworksChanged(networks)));
  }

  private Fate startIfStopped(ObservedContainer container) {
    var state = container.status().state();
    return options.until() == PlanOptions.Until.CREATED || !isStopped(state)
        ? new Fate.Keep(number(container), container)
        : new Fate.Start(number(container), container, new Cause.NotRunning(state));
  }

  private static boolean isStopped(ContainerStatus.State state) {
    return state == ContainerStatus.State.CREATED || state == ContainerStatus.State.EXITED;
  }

  /// Containers that run are started again when one whose network, ipc or pid namespace they use
  /// is, and, where `restart: true` asks for it, when one they depend on is replaced.
  private void followDependencies(Service service) {
    Optional<Cause> cause =
        ServiceOrder.sharesNamespaceWith(service).stream()
            .filter(
                name -> anyReplica(name, f -> f instanceof Fate.Start || f instanceof Fate.Restart))
            .findFirst()
            .<Cause>map(Cause.DependencyRestarted::new)
            .or(() ->
                service.lifecycle().dependsOn().entrySet().stream()
                    .filter(dependency -> dependency.getValue().restart())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .filter(name -> anyReplica(name, f -> f.replaced().isPresent()))
                    .findFirst()
                    .map(Cause.DependencyRecreated::new));
    cause.ifPresent(why ->
        change(
            service.name(),
            fate ->
                fate instanceof Fate.Keep(int number, var container)
                        && container.status().isRunning()
                    ? new Fate.Restart(number, container, why)
                    : fate));
  }

  private boolean anyReplica(ServiceName name, Predicate<Fate> condition) {
    var fate = fates.get(name);
    return fate != null && fate.replicas().stream().anyMatch(condition);
  }

  /// A service that others wait to see completed has done its work once it has exited with 0. It is
  /// started again only when one of those is about to start.
  private void repeatWork(Service service) {
    var waiting =
        order.dependents(service.name()).stream()
            .filter(dependent -> waitsForEndOf(dependent, service.name()))
            .toList();
    if (waiting.isEmpty()) {
      return;
    }
    Optional<Cause> cause =
        waiting.stream()
            .filter(dependent -> of(dependent.name()).acts())
            .findFirst()
            .map(dependent -> new Cause.NeededBy(dependent.name()));
    change(
        service.name(),
        fate ->
            fate instanceof Fate.Start(int number, var container, _)
                    && container.status().hasCompleted()
                ? cause
                    .<Fate>map(why -> new Fate.Start(number, container, why))
                    .orElseGet(() -> new Fate.Keep(number, container))
                : fate);
  }

  private static boolean waitsForEndOf(Service dependent, ServiceName name) {
    var dependency = dependent.lifecycle().dependsOn().get(name);
    return dependency != null
        && dependency.condition() == Dependency.Condition.COMPLETED_SUCCESSFULLY;
  }

  private void change(ServiceName name, Function<Fate, Fate> change) {
    var fate = of(name);
    fates.put(name, fate.with(fate.replicas().stream().map(change).toList()));
  }

  private Fate.OfService of(ServiceName name) {
    return Objects.requireNonNull(fates.get(name));
  }
}
