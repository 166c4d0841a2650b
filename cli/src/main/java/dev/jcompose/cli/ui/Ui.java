package dev.jcompose.cli.ui;

import dev.jcompose.cli.host.FullScreen;
import dev.jcompose.cli.host.Streams;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Talk;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.text.Paint;
import dev.jcompose.cli.ui.News.Tone;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.access.Execution;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Shows a project in the terminal until the user leaves: takes events, draws when something has
/// changed, and does what keys ask for.
public final class Ui {
  private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
  private static final List<String> SHELL =
      List.of("sh", "-c", "command -v bash >/dev/null && exec bash; exec sh");

  private final Context context;
  private final Session session;
  private final List<ServiceName> services;
  private final FullScreen window;
  private final Paint paint;
  private final Inbox inbox;
  private final Keyboard keyboard;
  private final Actions actions;
  private final UsageFeed usage;
  private final LogFeed logs;
  private UiState state;
  private Optional<Integer> exitCode = Optional.empty();

  private Ui(
      Session session,
      Target target,
      List<ServiceName> services,
      FullScreen window,
      Inbox inbox,
      Keyboard keyboard) {
    this.context = session.context();
    this.session = session;
    this.window = window;
    this.paint = context.outputPaint();
    this.inbox = inbox;
    this.keyboard = keyboard;
    this.actions = new Actions(context, target, inbox);
    this.usage = new UsageFeed(session.engine(), inbox);
    this.logs = new LogFeed(session.engine(), target.name(), inbox);
    this.services = services;
    var declared =
        target.files().stream()
            .flatMap(project -> project.services().keySet().stream())
            .filter(service -> services.isEmpty() || services.contains(service))
            .toList();
    this.state = UiState.of(Stack.of(target.name(), Ordered.set(declared)), window.size());
  }

  /// Stays until the user leaves.
  ///
  /// @param services those that are shown; empty: all
  /// @return the exit code
  /// @throws CommandFailure if there is no terminal to draw on
  public static int run(Session session, Target target, List<ServiceName> services)
      throws InterruptedException {
    var host = session.context().host();
    if (!Talk.isPossibleAtTerminal(session.context())) {
      throw new CommandFailure(
          "`ui` needs a terminal for its input and output; `ps`, `stats` and `logs -f` do without");
    }
    var driver = Thread.currentThread();
    var inbox = new Inbox();
    var resized = new AtomicReference<Runnable>(() -> {});
    try (var window =
            host.terminals()
                .fullScreen(() -> resized.get().run())
                .orElseThrow(() ->
                    new CommandFailure(
                        "`ui` cannot draw on this terminal: it cannot move its cursor, or jcompose"
                            + " is in the background"));
        var keyboard =
            Keyboard.open(host.streams().in(), key -> inbox.add(new UiEvent.Pressed(key)));
        var _ = host.interrupts().telling(_ -> driver.interrupt())) {
      resized.set(() -> inbox.add(new UiEvent.Resized(window.size())));
      return new Ui(session, target, services, window, inbox, keyboard).loop(target);
    }
  }

  private int loop(Target target) throws InterruptedException {
    try (actions;
        usage;
        logs;
        var _ = ProjectFeed.open(session.engine(), target.name(), services, inbox)) {
      List<String> drawn = List.of();
      while (exitCode.isEmpty()) {
        var lines = Drawn.of(state, paint);
        if (!lines.equals(drawn)) {
          window.draw(lines);
          drawn = lines;
          Thread.sleep(BETWEEN_DRAWINGS);
        }
        for (UiEvent event : inbox.take()) {
          take(event);
        }
      }
      return exitCode.get();
    }
  }

  private void take(UiEvent event) throws InterruptedException {
    var update = Update.of(state, event);
    state = update.state();
    for (UiEffect effect : update.effects()) {
      carryOut(effect);
    }
  }

  private void carryOut(UiEffect effect) throws InterruptedException {
    switch (effect) {
      case UiEffect.Follow(var row) -> logs.follow(row);
      case UiEffect.Measure(var running) -> usage.measure(running);
      case UiEffect.Act(var action, var named) ->
          actions.begin(new UiEffect.Act(action, named.isEmpty() ? services : named));
      case UiEffect.Shell(Replica replica) -> shell(replica);
      case UiEffect.Suspend() -> window.suspend();
      case UiEffect.Redraw() -> window.redraw();
      case UiEffect.Quit(int code) -> exitCode = Optional.of(code);
    }
  }

  private void shell(Replica replica) throws InterruptedException {
    window.leave();
    try (var keys = keyboard.lend()) {
      var streams = context.host().streams();
      var there =
          new Context(
              context.host().withStreams(new Streams(keys, streams.out(), streams.err())),
              context.options());
      try (var dialogue = session.engine().access().exec(replica.id(), execution(there))) {
        int code = new Talk(there, dialogue).run(Talk.Part.AT_THE_TERMINAL);
        if (code == 126 || code == 127) {
          inbox.add(new UiEvent.Said(replica.name() + " has no shell", Tone.BAD));
        }
      }
    } catch (EngineException | CommandFailure failure) {
      inbox.add(new UiEvent.Said(String.valueOf(failure.getMessage()), Tone.BAD));
    } catch (IOException e) {
      throw new IllegalStateException("a queue cannot be closed", e);
    } finally {
      window.enter();
    }
  }

  private static Execution execution(Context context) {
    return new Execution(
        SHELL,
        Optional.empty(),
        Optional.empty(),
        Ordered.map(),
        false,
        true,
        Optional.of(Talk.size(context)),
        Optional.empty());
  }
}
