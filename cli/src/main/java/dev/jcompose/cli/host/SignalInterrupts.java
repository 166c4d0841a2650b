package dev.jcompose.cli.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
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

  @Override
  public Registration telling(Consumer<String> listener) {
    SequencedMap<String, Object> before = new LinkedHashMap<>();
    for (String signal : List.of("INT", "TERM", "HUP")) {
      before.put(signal, Signals.register(signal, () -> listener.accept(signal)));
    }
    return () -> before.forEach(Signals::unregister);
  }
}
