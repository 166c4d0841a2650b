package dev.jcompose.model;

/// Ports `first` to `last`, both included, each from 1 to 65535; a single port has `first` equal to
/// `last`. A published port may also be 0, which leaves the choice to the engine.
public record PortRange(int first, int last) {
  public PortRange {
    if (first < 0 || last < first || last > 65535) {
      throw new IllegalArgumentException("not a port range: " + first + "-" + last);
    }
  }

  /// How many ports these are.
  public int size() {
    return last - first + 1;
  }

  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
