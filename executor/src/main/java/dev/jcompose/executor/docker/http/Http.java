package dev.jcompose.executor.docker.http;

import java.io.Closeable;
import java.io.IOException;

/// Sends requests to one engine. May be used by many threads at once.
public interface Http extends Closeable {
  /// Sends a request and waits for the head of the answer.
  HttpAnswer send(HttpRequest request) throws IOException;

  /// Lets go of all lines, also of those that somebody reads from.
  @Override
  void close() throws IOException;
}
