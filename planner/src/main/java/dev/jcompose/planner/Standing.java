package dev.jcompose.planner;

import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A replica as it will be once the plan is carried out.
///
/// @param early the container as soon as it exists, perhaps under a temporary name
/// @param made the steps after which it exists
/// @param settled the container once all is done
/// @param started the steps after which it is started; none when it is left as it was
/// @param before as it was, if it is left so
record Standing(
    ContainerRef early,
    List<StepId> made,
    ContainerRef settled,
    List<StepId> started,
    Optional<ObservedContainer> before) {
  Standing {
    made = List.copyOf(made);
    started = List.copyOf(started);
  }

  /// One that nothing is done to.
  static Standing untouched(ObservedContainer container) {
    var ref = container.ref();
    return new Standing(ref, List.of(), ref, List.of(), Optional.of(container));
  }

  /// The replicas of all services planned so far.
  static final class Register {
    private final Map<ServiceName, List<Standing>> standings = new HashMap<>();

    void add(ServiceName service, Standing standing) {
      standings.computeIfAbsent(service, _ -> new ArrayList<>()).add(standing);
    }

    /// By number.
    List<Standing> of(ServiceName service) {
      return List.copyOf(standings.getOrDefault(service, List.of()));
    }
  }
}
