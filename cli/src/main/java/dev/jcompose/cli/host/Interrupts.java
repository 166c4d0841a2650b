package dev.jcompose.cli.host;

/// Where Ctrl-C arrives.
public interface Interrupts {
  /// From now on each Ctrl-C interrupts `thread` instead of ending the process, until the
  /// registration is closed.
  Registration interrupting(Thread thread);

  /// Ends with {@link #close()}.
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
