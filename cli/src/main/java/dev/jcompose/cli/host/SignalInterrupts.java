package dev.jcompose.cli.host;

import org.jline.utils.Signals;

/// Ctrl-C, and what `kill` sends, as the operating system delivers them.
public final class SignalInterrupts implements Interrupts {
  @Override
  public Registration interrupting(Thread thread) {
    var onInterrupt = Signals.register("INT", thread::interrupt);
    var onTerminate = Signals.register("TERM", thread::interrupt);
    return () -> {
      Signals.unregister("INT", onInterrupt);
      Signals.unregister("TERM", onTerminate);
    };
  }
}
