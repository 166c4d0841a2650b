package dev.jcompose.planner;

import dev.jcompose.model.Orders;
import dev.jcompose.model.ServiceName;
import java.util.Comparator;
import java.util.List;

/// Finds the containers that somebody means who names a service.
public final class ReplicaSearch {
  /// Running ones first, then those of the service itself, then by number.
  private static final Comparator<ObservedContainer> ORDER =
      Orders.inTurn(
          Orders.by((ObservedContainer container) -> !container.status().isUp()),
          Orders.by(ObservedContainer::isOneOff),
          Orders.by(container -> container.number().orElse(0)),
          Orders.by(ObservedContainer::name));

  private ReplicaSearch() {}

  /// The containers of the service, the one that is most likely meant first, one-off ones included.
  public static List<ObservedContainer> of(
      ServiceName service, List<ObservedContainer> containers) {
    return containers.stream()
        .filter(container -> container.service().filter(service::equals).isPresent())
        .filter(container -> !container.isHook())
        .sorted(ORDER)
        .toList();
  }
}
