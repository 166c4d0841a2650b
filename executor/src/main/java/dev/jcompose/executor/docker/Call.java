package dev.jcompose.executor.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One request to the engine, being put together.
///
/// Paths carry no version: the engine then answers in its newest one.
final class Call {
  private final DockerHttpClient.Request.Builder request = DockerHttpClient.Request.builder();
  private final StringBuilder path = new StringBuilder();
  private final String doing;
  private char separator = '?';

  private Call(DockerHttpClient.Request.Method method, String doing, String... segments) {
    this.doing = doing;
    request.method(method);
    for (String segment : segments) {
      path.append('/').append(encode(segment));
    }
  }

  /// @param doing what is tried on what, for messages: `list containers of shop`
  static Call get(String doing, String... segments) {
    return new Call(DockerHttpClient.Request.Method.GET, doing, segments);
  }

  static Call post(String doing, String... segments) {
    return new Call(DockerHttpClient.Request.Method.POST, doing, segments);
  }

  static Call put(String doing, String... segments) {
    return new Call(DockerHttpClient.Request.Method.PUT, doing, segments);
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

  Call json(Json body) {
    request.putHeader("Content-Type", "application/json").bodyBytes(body.bytes());
    return this;
  }

  Call body(String type, byte[] body) {
    request.putHeader("Content-Type", type).bodyBytes(body);
    return this;
  }

  Call body(String type, InputStream body) {
    request.putHeader("Content-Type", type).body(body);
    return this;
  }

  Call header(String name, Optional<String> value) {
    value.ifPresent(text -> request.putHeader(name, text));
    return this;
  }

  DockerHttpClient.Request request() {
    return request.path(path.toString()).build();
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
