package dev.jcompose.executor;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Follows the logs of containers of a project, also of those that come later, until all have
/// ended. A container that is started again is followed from where its log stopped.
///
/// The past is read as the options say, of stopped containers, too. With a tail of 0 lines nothing
/// of the past is told, which is what an attached `up` wants: open the follower, carry out the
/// plan, then wait.
public final class LogFollower implements AutoCloseable {
  private final Engine engine;
  private final LogOptions options;
  private final InTurn listener;
  private final Map<ContainerId, LogReader> readers = new ConcurrentHashMap<>();
  private final Queue<Thread> tellers = new ConcurrentLinkedQueue<>();
  private final ExitWatch watch;
  private volatile boolean closed;

  private LogFollower(
      Engine engine,
      ProjectName project,
      Predicate<ObservedContainer> which,
      LogOptions options,
      LogListener listener,
      Map<ContainerId, LogPosition> read,
      ExitWatch.Listener exits)
      throws InterruptedException {
    this.engine = engine;
    this.options = options;
    this.listener = new InTurn(listener);
    read.forEach((id, position) -> readers.put(id, reader(Optional.of(position))));
    if (tellsNothingPast()) {
      for (ObservedContainer container : engine.containers(project)) {
        if (which.test(container)) {
          reader(container).skipPast(container);
        }
      }
    }
    this.watch = ExitWatch.open(engine, project, which, new Follow(exits));
  }

  /// Starts to follow. When this returns, no container is missed any more.
  ///
  /// @param which those that are followed
  /// @param options which part of the past is told, and whether lines carry times; that it follows
  ///   is understood
  /// @param exits hears of starts and exits, of an exit after the container's last line was told
  public static LogFollower open(
      Engine engine,
      ProjectName project,
      Predicate<ObservedContainer> which,
      LogOptions options,
      LogListener listener,
      ExitWatch.Listener exits)
      throws InterruptedException {
    return new LogFollower(engine, project, which, options, listener, Ordered.map(), exits);
  }

  /// The same where some logs have been read up to a position, from which they are followed.
  public static LogFollower open(
      Engine engine,
      ProjectName project,
      Predicate<ObservedContainer> which,
      LogOptions options,
      LogListener listener,
      Map<ContainerId, LogPosition> read,
      ExitWatch.Listener exits)
      throws InterruptedException {
    return new LogFollower(engine, project, which, options, listener, read, exits);
  }

  /// Waits until all containers have ended and all they wrote was told, and gives how each ended,
  /// in that order. May be called again after an interrupt.
  public List<ExitWatch.Exit> awaitEnd() throws InterruptedException {
    return awaitEnd(_ -> true);
  }

  /// The same for those that count, whatever the others do.
  public List<ExitWatch.Exit> awaitEnd(Predicate<ObservedContainer> counts)
      throws InterruptedException {
    List<ExitWatch.Exit> exits = watch.awaitEnd(counts);
    Set<ContainerId> alive = watch.alive();
    for (var reader : readers.entrySet()) {
      if (!alive.contains(reader.getKey())) {
        reader.getValue().join();
      }
    }
    for (Thread teller : tellers) {
      teller.join();
    }
    return exits;
  }

  /// Until it is closed, that no container runs is not the end: they are being replaced.
  public ExitWatch.Hold hold() {
    return watch.hold();
  }

  @Override
  public void close() {
    closed = true; // Before the readers are stopped: none begins after that.
    watch.close();
    readers.values().forEach(LogReader::stop);
    tellers.forEach(Thread::interrupt);
  }

  private boolean tellsNothingPast() {
    return options.tail().filter(lines -> lines == 0).isPresent();
  }

  private LogReader reader(ObservedContainer container) {
    return readers.computeIfAbsent(container.id(), _ -> reader(Optional.empty()));
  }

  private LogReader reader(Optional<LogPosition> position) {
    return new LogReader(engine, options, listener, () -> closed, position);
  }

  /// Starts readers as containers come.
  private final class Follow implements ExitWatch.Listener {
    private final ExitWatch.Listener exits;

    Follow(ExitWatch.Listener exits) {
      this.exits = exits;
    }

    @Override
    public void found(ObservedContainer container) {
      exits.found(container);
      LogReader reader = reader(container);
      if (reader.requested() == 0) {
        reader.read(container, tellsNothingPast() ? LogReader.Past.ALL : LogReader.Past.AS_ASKED);
      }
    }

    @Override
    public void started(ObservedContainer container) {
      exits.started(container);
      reader(container).read(container, LogReader.Past.ALL);
    }

    @Override
    public void ended(ExitWatch.Exit exit) {
      LogReader reader = reader(exit.container());
      // An engine may end its answer before the last line when a container ends soon.
      reader.read(exit.container(), LogReader.Past.ALL);
      tellers.add(Thread.ofPlatform().daemon().start(() -> tell(reader, exit)));
    }

    private void tell(LogReader reader, ExitWatch.Exit exit) {
      try {
        reader.join();
        listener.inTurn(() -> exits.ended(exit));
      } catch (InterruptedException _) {
        // Closed.
      }
    }
  }

  /// Hears one thing at a time, whatever number of threads tell.
  private record InTurn(LogListener listener, ReentrantLock lock) implements LogListener {
    InTurn(LogListener listener) {
      this(listener, new ReentrantLock());
    }

    void inTurn(Runnable telling) {
      lock.lock();
      try {
        telling.run();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void wrote(ObservedContainer container, LogLine line) {
      inTurn(() -> listener.wrote(container, line));
    }

    @Override
    public void failed(ObservedContainer container, EngineException failure) {
      inTurn(() -> listener.failed(container, failure));
    }
  }
}
