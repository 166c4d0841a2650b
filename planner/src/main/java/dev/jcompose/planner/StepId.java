package dev.jcompose.planner;

/// The number of a step in its plan, from 1.
public record StepId(int value) implements Comparable<StepId> {
  @Override
  public int compareTo(StepId other) {
    return Integer.compare(value, other.value);
  }

  /// E.g. `#3`.
  @Override
  public String toString() {
    return "#" + value;
  }
}
