package dev.jcompose.planner;

import java.util.List;

/// One operation, what must be done before it, and why it is done.
///
/// @param dependsOn steps of the same plan with smaller numbers, in order
public record Step(StepId id, Operation operation, List<StepId> dependsOn, Cause cause) {
  public Step {
    dependsOn = List.copyOf(dependsOn);
  }
}
