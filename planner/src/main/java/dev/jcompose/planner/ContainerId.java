package dev.jcompose.planner;

/// The engine's id of a container: 64 hexadecimal digits.
public record ContainerId(String value) {
  /// The first twelve digits, as people know it.
  public String brief() {
    return value.length() > 12 ? value.substring(0, 12) : value;
  }

  @Override
  public String toString() {
    return value;
  }
}
