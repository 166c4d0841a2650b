package dev.jcompose.planner;

import dev.jcompose.model.Dependency;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.Operation.Awaited;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has to be true before a service's containers are started, and at the end.
///
/// There is a step only for what is not true yet, and one for all who wait for the same.
final class Waits {
  private final ServiceOrder order;
  private final Standing.Register register;
  private final PlanBuilder plan;
  private final Map<Wait, StepId> waits = new HashMap<>();

  private record Wait(ContainerRef container, Awaited awaited, boolean required) {}

  Waits(ServiceOrder order, Standing.Register register, PlanBuilder plan) {
    this.order = order;
    this.register = register;
    this.plan = plan;
  }

  /// The steps after which the service may be started.
  List<StepId> before(Service service) {
    var steps = new ArrayList<StepId>();
    ServiceOrder.needs(service)
        .forEach((name, dependency) -> {
          if (order.contains(name)) {
            for (Standing standing : register.of(name)) {
              steps.addAll(before(service.name(), dependency, standing));
            }
          }
        });
    return steps;
  }

  private List<StepId> before(ServiceName waiting, Dependency dependency, Standing standing) {
    var cause = new Cause.NeededBy(waiting);
    return switch (dependency.condition()) {
      case STARTED ->
          dependency.required()
              ? standing.started()
              : await(standing, Awaited.RUNNING, dependency.required(), cause);
      case HEALTHY -> await(standing, Awaited.HEALTHY, dependency.required(), cause);
      case COMPLETED_SUCCESSFULLY ->
          await(standing, Awaited.COMPLETED, dependency.required(), cause);
    };
  }

  /// Adds waits until all is as `up --wait` wants it.
  void addForReady(List<Service> services) {
    for (Service service : services) {
      for (Standing standing : register.of(service.name())) {
        if (!isAwaited(standing, Awaited.HEALTHY) && !isAwaited(standing, Awaited.COMPLETED)) {
          await(standing, Awaited.READY, true, new Cause.Requested());
        }
      }
    }
  }

  private boolean isAwaited(Standing standing, Awaited awaited) {
    return waits.containsKey(new Wait(standing.settled(), awaited, true));
  }

  private List<StepId> await(Standing standing, Awaited awaited, boolean required, Cause cause) {
    if (standing.before().filter(container -> is(awaited, container.status())).isPresent()) {
      return List.of();
    }
    var wait = new Wait(standing.settled(), awaited, required);
    var known = Optional.ofNullable(waits.get(wait));
    var step =
        known.orElseGet(() ->
            plan.add(
                new Operation.Await(standing.settled(), awaited, required),
                standing.started(),
                cause));
    waits.put(wait, step);
    return List.of(step);
  }

  private static boolean is(Awaited awaited, ContainerStatus status) {
    var isWell =
        status.isRunning()
            && (status.health() == ContainerStatus.Health.NONE
                || status.health() == ContainerStatus.Health.HEALTHY);
    return switch (awaited) {
      case RUNNING -> status.isRunning();
      case HEALTHY -> isWell;
      case COMPLETED -> status.hasCompleted();
      case READY -> isWell || status.hasCompleted();
    };
  }
}
