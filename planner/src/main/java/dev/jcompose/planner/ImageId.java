package dev.jcompose.planner;

/// The engine's id of an image: `sha256:` and 64 hexadecimal digits.
public record ImageId(String value) {
  /// The first twelve digits, as people know it.
  public String brief() {
    var digits = value.substring(value.indexOf(':') + 1);
    return digits.length() > 12 ? digits.substring(0, 12) : digits;
  }

  @Override
  public String toString() {
    return value;
  }
}
