package dev.jcompose.cli.host;

import java.util.function.Consumer;

/// Where Ctrl-C arrives.
public interface Interrupts {
  /// From now on each Ctrl-C interrupts `thread` instead of ending the process, until the
  /// registration is closed.
  Registration interrupting(Thread thread);

  /// From now on signals are told instead, by their names without `SIG`: `INT` for Ctrl-C, `TERM`,
  /// `HUP`; until the registration is closed, after which all is as before.
  Registration telling(Consumer<String> listener);

  /// Ends with {@link #close()}.
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
