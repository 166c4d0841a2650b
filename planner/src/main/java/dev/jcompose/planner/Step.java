package dev.jcompose.planner;

import java.util.List;
import java.util.stream.Collectors;

/// One operation, what must be done before it, and why it is done.
///
/// @param dependsOn steps of the same plan with smaller numbers, in order
public record Step(StepId id, Operation operation, List<StepId> dependsOn, Cause cause) {
  public Step {
    dependsOn = List.copyOf(dependsOn);
  }

  /// E.g. `[1,2] -> #3 shop-web-1, create container, missing`.
  @Override
  public String toString() {
    var before = dependsOn.stream().map(step -> Integer.toString(step.value()));
    return before.collect(Collectors.joining(",", "[", "]"))
        + " -> "
        + id
        + " "
        + operation.subject()
        + ", "
        + operation.action()
        + ", "
        + cause.describe();
  }
}
