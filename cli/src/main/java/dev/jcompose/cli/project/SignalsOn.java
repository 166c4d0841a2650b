package dev.jcompose.cli.project;

import dev.jcompose.cli.host.Interrupts;
import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.planner.ContainerId;

/// Sends signals on that were meant for the process in a container.
public final class SignalsOn {
  /// They do what they always do.
  public static final Interrupts.Registration NOWHERE = () -> {};

  private SignalsOn() {}

  /// Sends those that arrive from now on to the container's process, until this is closed.
  public static Interrupts.Registration to(Context context, Engine engine, ContainerId id) {
    return context.host().interrupts().telling(signal -> send(engine, id, signal));
  }

  private static void send(Engine engine, ContainerId id, String signal) {
    Thread.ofPlatform()
        .daemon()
        .name("jcompose-signal-" + signal)
        .start(() -> {
          try {
            engine.killContainer(id, signal);
          } catch (EngineException | InterruptedException _) {
            // A process that has ended needs no signal.
          }
        });
  }
}
