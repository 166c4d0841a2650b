package dev.jcompose.executor.docker.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A connection: bytes in both directions, until it is closed. Closing it ends a read or write that
/// waits in another thread.
public interface Line extends Closeable {
  /// What comes from the other side.
  InputStream input();

  /// What goes to the other side.
  OutputStream output();

  /// Tells the other side that nothing more will come, while it may still send.
  void endOutput() throws IOException;

  /// Whether it stands, and nothing has come that nobody asked for.
  boolean isIdle();
}
