package dev.jcompose.planner;

import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps track of what has stopped while services are stopped, dependents first.
final class ReverseOrder {
  private final ServiceOrder order;
  private final Map<ServiceName, List<StepId>> stopped = new HashMap<>();

  ReverseOrder(ServiceOrder order) {
    this.order = order;
  }

  /// Dependents first.
  List<Service> services() {
    return order.services().reversed();
  }

  /// The steps after which nothing that needs the service runs any more.
  List<StepId> before(Service service) {
    var steps = new ArrayList<StepId>();
    for (Service dependent : order.dependents(service.name())) {
      steps.addAll(stopped.getOrDefault(dependent.name(), List.of()));
    }
    return steps;
  }

  /// Notes the steps after which the service and all that need it have stopped.
  void stopped(Service service, List<StepId> steps) {
    stopped.put(service.name(), steps.isEmpty() ? before(service) : List.copyOf(steps));
  }
}
