package dev.jcompose.junit;

import dev.jcompose.Address;
import java.util.regex.Pattern;

/// A URL with a service and its port in place of a host and its port.
record UrlTemplate(String before, Endpoint endpoint, String after) {
  private static final Pattern SYNTAX =
      Pattern.compile("(?<before>[^/]*://(?:[^/@]*@)?)(?<endpoint>[^/?#@:]+:[0-9]+)(?<after>.*)");

  /// @throws IllegalArgumentException if it is not written like `http://web:80/`
  static UrlTemplate parse(String text) {
    var parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a URL with a service and a port, like `http://web:80/`".formatted(text));
    }
    return new UrlTemplate(
        parts.group("before"), Endpoint.parse(parts.group("endpoint")), parts.group("after"));
  }

  /// The URL of what is at that address.
  String at(Address address) {
    return before + address + after;
  }
}
