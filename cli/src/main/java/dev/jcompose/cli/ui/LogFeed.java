package dev.jcompose.cli.ui;

import dev.jcompose.cli.project.LogNames;
import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ExitWatch;
import dev.jcompose.executor.LogFollower;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogListener;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ObservedContainer;
import java.time.Duration;
import java.util.Optional;

/// Tells what the containers of one row write, and the last lines that they wrote before. Not for
/// several threads.
final class LogFeed implements AutoCloseable {
  /// Who moves through the table does not want all the logs on the way.
  private static final Duration STAY = Duration.ofMillis(150);

  private static final int PAST = 500;
  private static final int WIDEST = 4096;

  private final Engine engine;
  private final ProjectName project;
  private final Inbox inbox;
  private Optional<Thread> thread = Optional.empty();

  LogFeed(Engine engine, ProjectName project, Inbox inbox) {
    this.engine = engine;
    this.project = project;
    this.inbox = inbox;
  }

  void follow(Row.Id row) {
    close();
    thread = Optional.of(Thread.ofPlatform().daemon().name("jcompose-logs").start(() -> run(row)));
  }

  private void run(Row.Id row) {
    var last = new LogOptions(true, Optional.of(PAST), Optional.empty(), Optional.empty(), false);
    try {
      Thread.sleep(STAY);
      try (var _ =
          LogFollower.open(
              engine,
              project,
              container -> isOf(row, container),
              last,
              new Telling(row, Thread.currentThread()),
              new ExitWatch.Listener() {})) {
        Thread.sleep(Duration.ofMillis(Long.MAX_VALUE));
      }
    } catch (EngineException failure) {
      inbox.add(new UiEvent.Said(failure.getMessage(), News.Tone.BAD));
    } catch (InterruptedException _) {
      // Another row, or closed.
    }
  }

  private static boolean isOf(Row.Id row, ObservedContainer container) {
    return !container.isHook()
        && container.service().filter(row.service()::equals).isPresent()
        && row.replica().filter(id -> !id.equals(container.id())).isEmpty();
  }

  @Override
  public void close() {
    thread.ifPresent(Thread::interrupt);
  }

  /// A follower that is being closed may tell a last line; it is not of interest any more.
  private final class Telling implements LogListener {
    private final Row.Id row;
    private final Thread reading;

    Telling(Row.Id row, Thread reading) {
      this.row = row;
      this.reading = reading;
    }

    @Override
    public void wrote(ObservedContainer container, LogLine line) {
      if (!reading.isInterrupted()) {
        var text = line.text();
        var cut = text.length() > WIDEST ? text.substring(0, WIDEST) : text;
        inbox.wrote(row, new LogPane.Line(LogNames.of(container), Cells.clean(cut)));
      }
    }

    @Override
    public void failed(ObservedContainer container, EngineException failure) {
      inbox.add(new UiEvent.Said(failure.getMessage(), News.Tone.BAD));
    }
  }
}
