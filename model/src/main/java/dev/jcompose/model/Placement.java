package dev.jcompose.model;

import java.util.List;
import java.util.Optional;

/// Where replicas may run.
public record Placement(
    List<String> constraints,
    List<Preference> preferences,
    Optional<Long> maxReplicasPerNode,
    Extensions extensions) {
  public Placement {
    constraints = List.copyOf(constraints);
    preferences = List.copyOf(preferences);
  }

  /// What is preferred among the nodes that may be.
  ///
  /// @param spread a label of nodes over whose values replicas are spread
  public record Preference(String spread, Extensions extensions) {}
}
