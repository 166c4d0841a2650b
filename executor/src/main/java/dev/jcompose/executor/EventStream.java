package dev.jcompose.executor;

/// An open stream of events; closing it stops the calls to its listener.
public interface EventStream extends AutoCloseable {
  /// Whether the engine still sends; false after it ended the stream or the connection broke.
  boolean isOpen();

  @Override
  void close();
}
