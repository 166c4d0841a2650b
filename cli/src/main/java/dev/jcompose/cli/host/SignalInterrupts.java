package dev.jcompose.cli.host;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/// Ctrl-C, and what `kill` sends, as the operating system delivers them.
///
/// Every command listens, so this calls the JDK itself: a library would get at the same class by
/// reflection, which takes as long as all else that a short command does.
public final class SignalInterrupts implements Interrupts {
  @Override
  public Registration interrupting(Thread thread) {
    var listener = new Listener(thread);
    var interrupt = new Signal("INT");
    var terminate = new Signal("TERM");
    var onInterrupt = Signal.handle(interrupt, listener);
    var onTerminate = Signal.handle(terminate, listener);
    return () -> {
      Signal.handle(interrupt, onInterrupt);
      Signal.handle(terminate, onTerminate);
    };
  }

  private record Listener(Thread thread) implements SignalHandler {
    @Override
    public void handle(Signal signal) {
      thread.interrupt();
    }
  }
}
