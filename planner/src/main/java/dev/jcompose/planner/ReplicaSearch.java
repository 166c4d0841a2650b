package dev.jcompose.planner;

import dev.jcompose.model.ServiceName;
import java.util.List;

/// Finds the containers that somebody means who names a service.
public final class ReplicaSearch {
  private ReplicaSearch() {}

  /// The containers of the service, the one that is most likely meant first, one-off ones included.
  public static List<ObservedContainer> of(
      ServiceName service, List<ObservedContainer> containers) {
    return containers.stream()
        .filter(container -> container.service().filter(service::equals).isPresent())
        .filter(container -> !container.isHook())
        .sorted(ReplicaSearch::order)
        .toList();
  }

  /// Running ones first, then those of the service itself, then by number.
  private static int order(ObservedContainer one, ObservedContainer other) {
    if (one.status().isUp() != other.status().isUp()) {
      return one.status().isUp() ? -1 : 1;
    }
    if (one.isOneOff() != other.isOneOff()) {
      return one.isOneOff() ? 1 : -1;
    }
    int byNumber = Integer.compare(one.number().orElse(0), other.number().orElse(0));
    return byNumber != 0 ? byNumber : one.name().compareTo(other.name());
  }
}
