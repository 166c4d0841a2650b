package dev.jcompose.model;

import java.util.List;
import java.util.Optional;

/// Where replicas may run.
///
/// @param spread labels of nodes over whose values replicas are spread
public record Placement(
    List<String> constraints,
    List<String> spread,
    Optional<Long> maxReplicasPerNode,
    Extensions extensions) {
  public Placement {
    constraints = List.copyOf(constraints);
    spread = List.copyOf(spread);
  }
}
