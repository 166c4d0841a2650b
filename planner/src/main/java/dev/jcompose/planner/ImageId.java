package dev.jcompose.planner;

/// The engine's id of an image: `sha256:` and 64 hexadecimal digits.
public record ImageId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
