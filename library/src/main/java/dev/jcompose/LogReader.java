package dev.jcompose;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ExitWatch;
import dev.jcompose.executor.LogFollower;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogListener;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.executor.MergedLogs;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ObservedContainer;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads logs in a thread of its own, a few lines ahead of whoever takes them.
final class LogReader implements LogListener, Iterator<LogEntry>, AutoCloseable {
  private static final int LINES_AHEAD = 256;

  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(LINES_AHEAD);
  private Optional<Item> head = Optional.empty();
  private Runnable close = () -> {};

  /// What comes next.
  sealed interface Item {
    record Line(LogEntry entry) implements Item {}

    record Failed(ComposeException failure) implements Item {}

    record End() implements Item {}

    /// Nothing came in time.
    record Late() implements Item {}
  }

  /// What is left to do once nothing can be missed any more: ends when all has been told.
  private interface Reading {
    void read() throws InterruptedException;
  }

  private LogReader() {}

  static LogReader open(
      Engine engine, ProjectName project, Predicate<ObservedContainer> which, Logs logs)
      throws InterruptedException {
    Predicate<ObservedContainer> meant =
        container -> !container.isHook() && !container.isOneOff() && which.test(container);
    var reader = new LogReader();
    switch (logs) {
      case SO_FAR -> {
        var containers = engine.containers(project).stream().filter(meant).toList();
        var merged = new MergedLogs(engine);
        reader.start(() -> merged.read(containers, LogOptions.ALL, reader), () -> {});
      }
      case FOLLOWED -> reader.follow(engine, project, meant, LogOptions.FOLLOWED);
      case FROM_NOW_ON -> reader.follow(engine, project, meant, LogOptions.tail(0));
    }
    return reader;
  }

  private void follow(
      Engine engine, ProjectName project, Predicate<ObservedContainer> which, LogOptions options)
      throws InterruptedException {
    var follower =
        LogFollower.open(engine, project, which, options, this, new ExitWatch.Listener() {});
    start(follower::awaitEnd, follower::close);
  }

  private void start(Reading reading, Runnable end) {
    var thread = Thread.ofPlatform().daemon().name("logs").start(() -> run(reading));
    close =
        () -> {
          end.run();
          thread.interrupt();
        };
  }

  /// All that is written; closing the stream closes the reader.
  Stream<LogEntry> stream() {
    var lines =
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(lines, false).onClose(this::close);
  }

  /// What comes next, if it comes in time.
  Item next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS))
        .orElseGet(Item.Late::new);
  }

  @Override
  public void close() {
    close.run();
  }

  private void run(Reading reading) {
    try {
      try {
        reading.read();
        queue.put(new Item.End());
      } catch (EngineException failure) {
        queue.put(new Item.Failed(failed(failure)));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // The stream is closed: the thread ends here.
    }
  }

  @Override
  public void wrote(ObservedContainer container, LogLine line) {
    var source =
        switch (line.source()) {
          case OUT -> LogEntry.Source.OUTPUT;
          case ERR -> LogEntry.Source.ERROR;
        };
    var service = container.service().map(name -> name.value()).orElse("");
    put(new Item.Line(new LogEntry(service, container.name(), source, line.text())));
  }

  @Override
  public void failed(ObservedContainer container, EngineException failure) {
    put(new Item.Failed(failed(failure)));
  }

  private static ComposeException failed(EngineException failure) {
    return new ComposeException(ComposeException.Reason.ENGINE, failure.getMessage(), failure);
  }

  /// Waits while the taker is behind. An interrupt is left for the engine's call to find.
  private void put(Item item) {
    try {
      queue.put(item);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean hasNext() {
    return switch (head()) {
      case Item.Line _ -> true;
      case Item.End _, Item.Late _ -> false;
      case Item.Failed(ComposeException failure) -> throw failure;
    };
  }

  @Override
  public LogEntry next() {
    return switch (head()) {
      case Item.Line(LogEntry entry) -> {
        head = Optional.empty();
        yield entry;
      }
      case Item.End _, Item.Late _ -> throw new NoSuchElementException("the logs have ended");
      case Item.Failed(ComposeException failure) -> throw failure;
    };
  }

  private Item head() {
    if (head.isEmpty()) {
      try {
        head = Optional.of(queue.take());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while waiting for a line");
      }
    }
    return head.get();
  }
}
