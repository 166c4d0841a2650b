package dev.jcompose.junit;

import java.util.regex.Pattern;

/// A port of a service, as it is inside the project.
///
/// @param protocol `tcp`, `udp` or `sctp`
record Endpoint(String service, int port, String protocol) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<service>[A-Za-z0-9._-]+):(?<port>[0-9]{1,5})(?:/(?<protocol>tcp|udp|sctp))?");

  /// @throws IllegalArgumentException if it is not written like `web:80` or `dns:53/udp`
  static Endpoint parse(String text) {
    var parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a service and a port, like `web:80` or `dns:53/udp`".formatted(text));
    }
    return new Endpoint(
        parts.group("service"),
        Integer.parseInt(parts.group("port")),
        parts.group("protocol") == null ? "tcp" : parts.group("protocol"));
  }
}
