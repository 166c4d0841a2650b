package dev.jcompose.planner;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Plans that existing containers are started, stopped or both; definitions do not matter.
final class LifecyclePlan {
  private final Project project;
  private final Inventory inventory;
  private final PlanBuilder plan = new PlanBuilder();
  private final Standing.Register register = new Standing.Register();

  LifecyclePlan(Project project, ObservedState observed) {
    this.project = project;
    this.inventory = new Inventory(project, observed);
  }

  /// Dependencies are started as well, and waited for.
  Plan start(PlanOptions.Start options) {
    check(options.services());
    var order = ServiceOrder.of(project, options.services(), PlanOptions.Dependencies.INCLUDED);
    var waits = new Waits(order, register, plan);
    for (Service service : order.services()) {
      var containers = inventory.replicas(service.name());
      if (containers.isEmpty()
          && service.replicas() > 0
          && service.lifecycle().provider().isEmpty()) {
        plan.fail(new Problem.NothingToStart(service.name()));
      }
      var gate =
          containers.stream().allMatch(container -> container.status().isUp())
              ? List.<StepId>of()
              : waits.before(service);
      for (ObservedContainer container : containers) {
        register.add(
            service.name(),
            container.status().isUp()
                ? Standing.untouched(container)
                : start(service, container, gate));
      }
    }
    if (options.until() == PlanOptions.Until.READY) {
      waits.addForReady(order.services());
    }
    return plan.build();
  }

  private Standing start(Service service, ObservedContainer container, Collection<StepId> after) {
    var cause = new Cause.NotRunning(container.status().state());
    var ref = container.ref();
    var before = after;
    var uploads = Grants.of(project, service, inventory.hostFiles(), plan).uploads();
    if (container.status().state() == ContainerStatus.State.CREATED && !uploads.isEmpty()) {
      before = List.of(plan.add(new Operation.UploadFiles(ref, uploads), before, cause));
    }
    return started(service, container, before, cause);
  }

  private Standing started(
      Service service, ObservedContainer container, Collection<StepId> before, Cause cause) {
    var ref = container.ref();
    var last = plan.start(service, ref, before, cause);
    return new Standing(ref, List.of(), ref, List.of(last), Optional.empty());
  }

  /// Dependents stop first. Only the named services are stopped.
  Plan stop(PlanOptions.Stop options) {
    check(options.services());
    var order = ServiceOrder.of(project, options.services(), PlanOptions.Dependencies.LEFT_ALONE);
    var reverse = new ReverseOrder(order);
    var stops = new Stops(project, inventory, plan, options.timeout());
    for (Service service : reverse.services()) {
      var before = reverse.before(service);
      var steps = new ArrayList<StepId>();
      for (ObservedContainer container : inventory.replicas(service.name())) {
        if (container.status().isUp()) {
          steps.addAll(stops.stop(container, before, new Cause.Requested()));
        }
      }
      reverse.stopped(service, steps);
    }
    return plan.build();
  }

  /// Dependents go first, as with {@link #stop}. What an interrupted recreate left goes, too.
  Plan remove(PlanOptions.Remove options) {
    check(options.services());
    var order = ServiceOrder.of(project, options.services(), PlanOptions.Dependencies.LEFT_ALONE);
    var reverse = new ReverseOrder(order);
    var stops = new Stops(project, inventory, plan, options.timeout());
    var volumes =
        switch (options.volumes()) {
          case KEPT -> Operation.AnonymousVolumes.KEEP;
          case REMOVED -> Operation.AnonymousVolumes.REMOVE;
        };
    var leaving =
        reverse.services().stream()
            .flatMap(service -> inventory.all(service.name()).stream())
            .filter(container -> goes(container, options))
            .toList();
    if (volumes == Operation.AnonymousVolumes.REMOVE) {
      stops.leaving().announce(leaving);
    }
    for (Service service : reverse.services()) {
      var before = reverse.before(service);
      var steps = new ArrayList<StepId>();
      for (ObservedContainer container : inventory.all(service.name())) {
        if (goes(container, options)) {
          steps.addAll(
              container.status().isUp()
                  ? stops.stop(container, before, new Cause.Requested())
                  : List.of());
          var _ = stops.remove(container, volumes, before, new Cause.Requested());
        }
      }
      reverse.stopped(service, steps);
    }
    if (volumes == Operation.AnonymousVolumes.REMOVE) {
      stops.removeTakenOver(leaving);
    }
    stops.leaving().conclude(stops);
    return plan.build();
  }

  private static boolean goes(ObservedContainer container, PlanOptions.Remove options) {
    return !container.isOneOff()
        && (!container.status().isUp() || options.running() == PlanOptions.Remove.Running.STOPPED);
  }

  private void check(Collection<ServiceName> named) {
    ServiceOrder.unknown(project, named).forEach(plan::fail);
  }

  /// Services are restarted after those they depend on; those that ask for it with `restart: true`
  /// are restarted with them.
  Plan restart(PlanOptions.Restart options) {
    check(options.services());
    var order = ServiceOrder.of(project, named(options), PlanOptions.Dependencies.LEFT_ALONE);
    var stops = new Stops(project, inventory, plan, options.timeout());
    for (Service service : order.services()) {
      var before = new ArrayList<StepId>();
      for (ServiceName name : ServiceOrder.needs(service).keySet()) {
        register.of(name).forEach(standing -> before.addAll(standing.started()));
      }
      for (ObservedContainer container : inventory.replicas(service.name())) {
        var stopped = stops.stop(container, before, new Cause.Requested());
        register.add(service.name(), started(service, container, stopped, new Cause.Requested()));
      }
    }
    return plan.build();
  }

  private Collection<ServiceName> named(PlanOptions.Restart options) {
    var named = new TreeSet<>(options.services());
    var open = new ArrayList<>(named);
    while (!open.isEmpty() && options.dependents() == PlanOptions.Dependencies.INCLUDED) {
      var restarted = open.removeLast();
      for (Service service : project.services().values()) {
        var dependency = service.lifecycle().dependsOn().get(restarted);
        if (dependency != null && dependency.restart() && named.add(service.name())) {
          open.add(service.name());
        }
      }
    }
    return named;
  }
}
