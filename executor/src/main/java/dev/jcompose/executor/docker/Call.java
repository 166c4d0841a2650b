package dev.jcompose.executor.docker;

import dev.jcompose.executor.docker.http.HttpRequest;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// One request to the engine, being put together.
///
/// Paths carry no version: the engine then answers in its newest one.
final class Call {
  private final String method;
  private final String doing;
  private final StringBuilder path = new StringBuilder();
  private final SequencedMap<String, String> headers = new LinkedHashMap<>();
  private HttpRequest.Body body = new HttpRequest.Body.None();
  private char separator = '?';

  private Call(String method, String doing, String... segments) {
    this.method = method;
    this.doing = doing;
    for (String segment : segments) {
      path.append('/').append(encode(segment));
    }
  }

  /// @param doing what is tried on what, for messages: `list containers of shop`
  static Call get(String doing, String... segments) {
    return new Call("GET", doing, segments);
  }

  static Call head(String doing, String... segments) {
    return new Call("HEAD", doing, segments);
  }

  static Call post(String doing, String... segments) {
    return new Call("POST", doing, segments);
  }

  static Call put(String doing, String... segments) {
    return new Call("PUT", doing, segments);
  }

  static Call delete(String doing, String... segments) {
    return new Call("DELETE", doing, segments);
  }

  Call query(String name, String value) {
    path.append(separator).append(name).append('=');
    path.append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    separator = '&';
    return this;
  }

  Call query(String name, Optional<String> value) {
    return value.map(text -> query(name, text)).orElse(this);
  }

  /// Adds a switch that is on.
  Call query(String name, boolean value) {
    return value ? query(name, "1") : this;
  }

  Call json(Json json) {
    return body("application/json", json.bytes());
  }

  Call body(String type, byte[] bytes) {
    headers.put("Content-Type", type);
    body = new HttpRequest.Body.Bytes(bytes);
    return this;
  }

  Call body(String type, InputStream stream) {
    headers.put("Content-Type", type);
    body = new HttpRequest.Body.Stream(stream);
    return this;
  }

  Call header(String name, Optional<String> value) {
    value.ifPresent(text -> headers.put(name, text));
    return this;
  }

  HttpRequest request() {
    return new HttpRequest(method, path.toString(), headers, body);
  }

  String doing() {
    return doing;
  }

  /// Keeps what may stand in a path, so that image references stay as they are.
  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%3A", ":")
        .replace("%40", "@");
  }
}
