package dev.jcompose.model;

/// A value that must not be shown: it prints as stars, and only {@link #reveal()} gives it away.
public final class Sensitive {
  private final String value;

  public Sensitive(String value) {
    this.value = value;
  }

  /// The value itself, for the one place that hands it to the engine.
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sensitive that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
