package dev.jcompose.executor.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// An answer, its body still to be read. Closing it gives up what is not read yet, also for a
/// thread that waits for it.
public final class HttpAnswer implements AutoCloseable {
  private final int status;
  private final SequencedMap<String, List<String>> headers;
  private final InputStream body;

  /// @param headers by their names in small letters
  /// @param body closed with the answer
  public HttpAnswer(int status, SequencedMap<String, List<String>> headers, InputStream body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /// E.g. 200.
  public int status() {
    return status;
  }

  /// By their names in small letters.
  public SequencedMap<String, List<String>> headers() {
    return headers;
  }

  /// The first value of a header.
  public Optional<String> header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null ? Optional.empty() : Optional.of(values.getFirst());
  }

  /// What the answer says. It ends where the answer ends; one that is cut off before is an {@link
  /// IOException}.
  public InputStream body() {
    return body;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException _) {
      // What does not even close is of no use any more.
    }
  }
}
