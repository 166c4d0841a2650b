package dev.jcompose.executor;

/// What an engine says of itself.
///
/// @param address where it was reached, e.g. `unix:///var/run/docker.sock`
/// @param version e.g. `20.10.24`
/// @param apiVersion the newest it speaks, e.g. `1.41`
/// @param operatingSystem `linux` or `windows`
public record EngineInfo(
    String address,
    String version,
    String apiVersion,
    String operatingSystem,
    String architecture) {
  /// Whether it speaks at least that version of the API, e.g. `1.44`.
  public boolean speaks(String atLeast) {
    return number(apiVersion) >= number(atLeast);
  }

  private static int number(String version) {
    int dot = version.indexOf('.');
    return Integer.parseInt(version.substring(0, dot)) * 1000
        + Integer.parseInt(version.substring(dot + 1));
  }
}
