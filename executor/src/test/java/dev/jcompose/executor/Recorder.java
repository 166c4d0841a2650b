package dev.jcompose.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes down events in short, e.g. `started #1`, and may act on them.
final class Recorder implements Consumer<Event> {
  private final List<String> lines = new ArrayList<>();
  private final List<Reaction> reactions = new ArrayList<>();

  private record Reaction(String to, Runnable action) {}

  /// Does something, in the thread of the run, as soon as that line is written down.
  Recorder on(String line, Runnable action) {
    reactions.add(new Reaction(line, action));
    return this;
  }

  /// Interrupts the run as soon as that line is written down.
  Recorder interruptOn(String line) {
    return on(line, () -> Thread.currentThread().interrupt());
  }

  @Override
  public void accept(Event event) {
    String line = text(event);
    lines.add(line);
    reactions.stream()
        .filter(reaction -> reaction.to.equals(line))
        .forEach(reaction -> reaction.action.run());
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private static String text(Event event) {
    String step = event.step().id().toString();
    return switch (event) {
      case Event.Started _ -> "started " + step;
      case Event.Done _ -> "done " + step;
      case Event.Failed _ -> "failed " + step;
      case Event.Tolerated _ -> "tolerated " + step;
      case Event.Skipped(var _, var because) ->
          "skipped " + step + because.map(cause -> " because of " + cause.id()).orElse("");
      case Event.Transferring(var _, var progress) ->
          "transferring " + step + " " + progress.status();
      case Event.HookWrote(var _, String text) -> "hook " + step + " " + text;
      case Event.Building(var _, String text) -> "building " + step + " " + text;
    };
  }
}
