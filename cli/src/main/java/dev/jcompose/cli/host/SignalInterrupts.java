package dev.jcompose.cli.host;

import java.util.List;
import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// Ctrl-C, and what `kill` sends, as the operating system delivers them.
///
/// Every command listens, so this calls the JDK itself: a library would get at the same class by
/// reflection, which takes as long as all else that a short command does.
public final class SignalInterrupts implements Interrupts {
  @Override
  public Registration interrupting(Thread thread) {
    var interrupter = new Interrupter(thread);
    var onInterrupt = handle("INT", interrupter);
    var onTerminate = handle("TERM", interrupter);
    return () -> {
      onInterrupt.close();
      onTerminate.close();
    };
  }

  @Override
  public Registration telling(Consumer<String> listener) {
    var registrations =
        List.of("INT", "TERM", "HUP").stream()
            .map(name -> handle(name, signal -> listener.accept(signal.getName())))
            .toList();
    return () -> registrations.forEach(Registration::close);
  }

  private static Registration handle(String name, SignalHandler handler) {
    var signal = new Signal(name);
    var before = Signal.handle(signal, handler);
    return () -> Signal.handle(signal, before);
  }

  private record Interrupter(Thread thread) implements SignalHandler {
    @Override
    public void handle(Signal signal) {
      thread.interrupt();
    }
  }
}
