package dev.jcompose.executor.docker.http;

import dev.jcompose.model.Ordered;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A request.
///
/// @param target path and query, encoded
/// @param headers without those that tell of the body's length and of the connection
public record HttpRequest(
    String method, String target, SequencedMap<String, String> headers, Body body) {

  /// What goes along with a request.
  public sealed interface Body {
    /// Nothing does.
    record None() implements Body {}

    /// Bytes that are there already; bodies are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements Body {}

    /// Bytes that are read while they are sent; the stream is not closed.
    record Stream(InputStream stream) implements Body {}
  }

  public HttpRequest {
    headers = Ordered.map(headers);
  }

  /// The same with one more header.
  HttpRequest with(String name, String value) {
    SequencedMap<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpRequest(method, target, more, body);
  }

  /// Whether sending it twice does no more than sending it once.
  boolean isRepeatable() {
    return method.equals("GET") || method.equals("HEAD");
  }
}
