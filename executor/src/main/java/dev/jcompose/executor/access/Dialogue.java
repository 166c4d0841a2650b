package dev.jcompose.executor.access;

import java.io.IOException;
import java.io.OutputStream;

/// A connection to a process in a container. Closing it leaves the process to itself, and ends what
/// waits for it.
public interface Dialogue extends AutoCloseable {
  /// Whether the process has a terminal.
  boolean hasTerminal();

  /// What the process reads. Closing it says that no more will come.
  OutputStream input();

  /// Copies what the process writes, up to its end or until the user leaves it to itself.
  ///
  /// @param err what it writes to standard error; with a terminal all goes to `out`
  /// @throws IOException if a stream cannot be written
  void copyTo(OutputStream out, OutputStream err) throws InterruptedException, IOException;

  /// Tells the process's terminal its size.
  void resize(TerminalSize size) throws InterruptedException;

  /// How the process ended; 0 if it still runs, because the user left it to itself.
  int exitCode() throws InterruptedException;

  @Override
  void close();
}
