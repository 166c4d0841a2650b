package dev.jcompose.executor.docker.http;

import java.io.Closeable;
import java.io.IOException;

/// Opens lines to one engine.
public interface Dialer extends Closeable {
  /// Opens one more line.
  Line dial() throws IOException;

  /// Nothing more will be dialled.
  @Override
  default void close() {}
}
