package dev.jcompose.planner;

import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Plans what needs no order, for it takes no time: signals, freezing and unfreezing.
final class SignalPlan {
  private final Inventory inventory;
  private final Project project;
  private final PlanBuilder plan = new PlanBuilder();

  SignalPlan(Project project, ObservedState observed) {
    this.project = project;
    this.inventory = new Inventory(project, observed);
  }

  Plan kill(PlanOptions.Kill options) {
    var named =
        services(options.services()).stream().flatMap(service -> inventory.all(service).stream());
    var orphans =
        options.orphans() == PlanOptions.Orphans.REMOVED
            ? inventory.orphans().stream()
            : Stream.<ObservedContainer>of();
    Stream.concat(named, orphans)
        .distinct()
        .filter(container -> container.status().isUp())
        .forEach(container -> add(new Operation.KillContainer(container.ref(), options.signal())));
    return plan.build();
  }

  Plan pause(PlanOptions.Pause options) {
    return each(options.services(), ContainerStatus.State.RUNNING, Operation.PauseContainer::new);
  }

  Plan unpause(PlanOptions.Unpause options) {
    return each(options.services(), ContainerStatus.State.PAUSED, Operation.UnpauseContainer::new);
  }

  private Plan each(
      List<ServiceName> named,
      ContainerStatus.State state,
      Function<ContainerRef, Operation> operation) {
    for (ServiceName service : services(named)) {
      inventory.replicas(service).stream()
          .filter(container -> container.status().state() == state)
          .forEach(container -> add(operation.apply(container.ref())));
    }
    return plan.build();
  }

  private void add(Operation operation) {
    plan.add(operation, List.of(), new Cause.Requested());
  }

  /// Dependencies first.
  private List<ServiceName> services(List<ServiceName> named) {
    ServiceOrder.unknown(project, named).forEach(plan::fail);
    return ServiceOrder.of(project, named, PlanOptions.Dependencies.LEFT_ALONE).names();
  }
}
