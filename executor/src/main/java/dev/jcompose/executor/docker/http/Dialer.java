package dev.jcompose.executor.docker.http;

import java.io.IOException;

/// Opens lines to one engine.
public interface Dialer {
  /// Opens one more line.
  Line dial() throws IOException;

  /// How many lines may be waiting for their first answer at once.
  default int mostAtOnce() {
    return Integer.MAX_VALUE;
  }
}
