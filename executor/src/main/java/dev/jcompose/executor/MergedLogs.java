package dev.jcompose.executor;

import dev.jcompose.model.Orders;
import dev.jcompose.planner.ObservedContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/// Reads what several containers have written so far, merged by time.
///
/// However long the logs are, only a few lines of each are held in memory.
public final class MergedLogs {
  private static final int LINES_AHEAD = 256;

  /// Bytes of one log that may wait.
  private static final int BYTES_AHEAD = 1 << 21;

  private final Engine engine;

  /// A reader of that engine's logs; it does not close it.
  public MergedLogs(Engine engine) {
    this.engine = engine;
  }

  /// What a thread that reads one log hands over.
  private sealed interface Item {
    record Line(TimedLine line) implements Item {}

    record End(Optional<EngineException> failure) implements Item {}
  }

  /// One log being read by a thread of its own.
  private record Source(
      int place,
      ObservedContainer container,
      BlockingQueue<Item> queue,
      Semaphore room,
      Thread thread) {}

  /// The first line of a log that has not been told yet.
  private record Head(Source source, TimedLine line) {}

  /// Reads the logs of these containers to their present end.
  ///
  /// @param options whether to follow is not looked at
  public void read(List<ObservedContainer> containers, LogOptions options, LogListener listener)
      throws InterruptedException {
    var sources = new ArrayList<Source>();
    try {
      for (ObservedContainer container : containers) {
        sources.add(open(sources.size(), container, TimedLine.asking(options)));
      }
      merge(sources, options, listener);
    } finally {
      sources.forEach(source -> source.thread.interrupt());
    }
  }

  private Source open(int place, ObservedContainer container, LogOptions options) {
    var queue = new ArrayBlockingQueue<Item>(LINES_AHEAD);
    var room = new Semaphore(BYTES_AHEAD);
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("log of " + container.name())
            .start(() -> readInto(queue, room, container, options));
    return new Source(place, container, queue, room, thread);
  }

  private void readInto(
      BlockingQueue<Item> queue, Semaphore room, ObservedContainer container, LogOptions options) {
    try {
      Optional<EngineException> failure = Optional.empty();
      try {
        engine.logs(container.id(), options, line -> put(queue, room, line));
      } catch (EngineException refusal) {
        failure = Optional.of(refusal);
      }
      queue.put(new Item.End(failure));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // Nobody reads on: the thread ends here.
    }
  }

  /// Waits while the others are behind. An interrupt is left for the engine's call to find.
  private static void put(BlockingQueue<Item> queue, Semaphore room, LogLine line) {
    try {
      room.acquire(weight(line));
      queue.put(new Item.Line(TimedLine.of(line)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static int weight(LogLine line) {
    return Math.min(line.content().length(), BYTES_AHEAD);
  }

  private static void merge(List<Source> sources, LogOptions options, LogListener listener)
      throws InterruptedException {
    var heads =
        new PriorityQueue<Head>(
            Orders.inTurn(
                Orders.by((Head head) -> head.line.time()), Orders.by(head -> head.source.place)));
    for (Source source : sources) {
      next(source, listener).ifPresent(heads::add);
    }
    while (!heads.isEmpty()) {
      Head head = heads.remove();
      listener.wrote(head.source.container, head.line.asAsked(options));
      next(head.source, listener).ifPresent(heads::add);
    }
  }

  private static Optional<Head> next(Source source, LogListener listener)
      throws InterruptedException {
    return switch (source.queue.take()) {
      case Item.Line(TimedLine line) -> {
        source.room.release(weight(line.line()));
        yield Optional.of(new Head(source, line));
      }
      case Item.End(var failure) -> {
        failure.ifPresent(refusal -> listener.failed(source.container, refusal));
        yield Optional.empty();
      }
    };
  }
}
