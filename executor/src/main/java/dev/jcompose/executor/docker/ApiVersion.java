package dev.jcompose.executor.docker;

/// A version of the engine's API, e.g. `1.44`.
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  /// Assumed of an engine that does not say.
  static final ApiVersion OLDEST = new ApiVersion(1, 24);

  static ApiVersion parse(String text) {
    int dot = text.indexOf('.');
    return new ApiVersion(
        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  boolean isAtLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    return major == other.major
        ? Integer.compare(minor, other.minor)
        : Integer.compare(major, other.major);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
