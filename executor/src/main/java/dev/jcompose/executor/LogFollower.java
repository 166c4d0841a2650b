package dev.jcompose.executor;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import java.time.Instant;
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
  private final LogListener listener;
  private final ReentrantLock telling = new ReentrantLock();
  private final Map<ContainerId, Reader> readers = new ConcurrentHashMap<>();
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
    this.listener = listener;
    read.forEach((id, position) -> readers.put(id, new Reader(Optional.of(position))));
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
    readers.values().forEach(Reader::stop);
    tellers.forEach(Thread::interrupt);
  }

  private boolean tellsNothingPast() {
    return options.tail().filter(lines -> lines == 0).isPresent();
  }

  private Reader reader(ObservedContainer container) {
    return readers.computeIfAbsent(container.id(), _ -> new Reader(Optional.empty()));
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
      Reader reader = reader(container);
      if (reader.requested() == 0) {
        reader.read(container, tellsNothingPast() ? Reader.Past.ALL : Reader.Past.AS_ASKED);
      }
    }

    @Override
    public void started(ObservedContainer container) {
      exits.started(container);
      reader(container).read(container, Reader.Past.ALL);
    }

    @Override
    public void ended(ExitWatch.Exit exit) {
      Reader reader = reader(exit.container());
      // An engine may end its answer before the last line when a container ends soon.
      reader.read(exit.container(), Reader.Past.ALL);
      tellers.add(Thread.ofPlatform().daemon().start(() -> tell(reader, exit)));
    }

    private void tell(Reader reader, ExitWatch.Exit exit) {
      try {
        reader.join();
        telling.lock();
        try {
          exits.ended(exit);
        } finally {
          telling.unlock();
        }
      } catch (InterruptedException _) {
        // Closed.
      }
    }
  }

  /// Reads the log of one container, with one thread at a time.
  private final class Reader {
    private final ReentrantLock lock = new ReentrantLock();
    private int requests;
    private Optional<Thread> thread = Optional.empty();

    /// Behind the last line that was told; only the reading thread uses it, once there is one.
    private Optional<LogPosition> position;

    /// Lines of the position's moment that this reading has come across.
    private int met;

    /// Where this reading began.
    private Optional<LogPosition> begin = Optional.empty();

    Reader(Optional<LogPosition> position) {
      this.position = position;
    }

    private enum Past {
      AS_ASKED,
      ALL
    }

    /// Sees to it that the log is read from where reading stopped, to the end that it has not yet.
    void read(ObservedContainer container, Past past) {
      lock.lock();
      try {
        requests++;
        if (thread.isEmpty() && !closed) {
          thread =
              Optional.of(
                  Thread.ofPlatform()
                      .daemon()
                      .name("log of " + container.name())
                      .start(() -> run(container, past)));
        }
      } finally {
        lock.unlock();
      }
    }

    void join() throws InterruptedException {
      Optional<Thread> running;
      lock.lock();
      try {
        running = thread;
      } finally {
        lock.unlock();
      }
      if (running.isPresent()) {
        running.get().join();
      }
    }

    void stop() {
      lock.lock();
      try {
        thread.ifPresent(Thread::interrupt);
      } finally {
        lock.unlock();
      }
    }

    private void run(ObservedContainer container, Past past) {
      try {
        int answered = 0;
        Past next = position.isPresent() ? Past.ALL : past;
        Patience patience = new Patience();
        while (!isAnswered(answered)) {
          answered = requested();
          while (!isRead(container, next, patience)) {
            next = position.isPresent() ? Past.ALL : next;
          }
          next = Past.ALL;
        }
      } catch (EngineException failure) {
        boolean isGoing =
            failure.kind() == EngineException.Kind.NOT_FOUND
                || failure.kind() == EngineException.Kind.CONFLICT; // It is being removed.
        if (!isGoing) {
          fail(container, failure);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt(); // The follower is closed: the thread ends here.
      }
    }

    /// Reads the log to its end, from where the last reading stopped; false when it broke off, and
    /// another attempt may be made.
    private boolean isRead(ObservedContainer container, Past past, Patience patience)
        throws InterruptedException {
      begin = position;
      met = 0;
      try {
        engine.logs(container.id(), from(past), line -> tell(container, line));
        return true;
      } catch (EngineException failure) {
        if (!position.equals(begin)) {
          patience.restore();
        }
        Thread.sleep(patience.after(failure));
        return false;
      }
    }

    int requested() {
      lock.lock();
      try {
        return requests;
      } finally {
        lock.unlock();
      }
    }

    /// Whether nothing was asked for since; then the thread counts as ended.
    private boolean isAnswered(int answered) {
      lock.lock();
      try {
        if (requests > answered) {
          return false;
        }
        thread = Optional.empty();
        return true;
      } finally {
        lock.unlock();
      }
    }

    /// Notes where the log ends now, before anything is read.
    void skipPast(ObservedContainer container) throws InterruptedException {
      var lastLine =
          new LogOptions(false, Optional.of(1), Optional.empty(), Optional.empty(), true);
      engine.logs(
          container.id(),
          lastLine,
          line -> position = line.time().map(Instant::parse).map(LogPosition::behind));
    }

    private LogOptions from(Past past) {
      Optional<Integer> tail = past == Past.AS_ASKED ? options.tail() : Optional.empty();
      var since = position.map(LogPosition::time).or(options::since);
      return new LogOptions(true, tail, since, options.until(), true);
    }

    private void tell(ObservedContainer container, LogLine line) {
      TimedLine timed = TimedLine.of(line);
      if (wasTold(timed)) {
        return;
      }
      position =
          position
              .map(last -> last.after(timed.time()))
              .or(() -> line.time().map(_ -> new LogPosition(timed.time(), 1)));
      telling.lock();
      try {
        listener.wrote(container, timed.asAsked(options));
      } finally {
        telling.unlock();
      }
    }

    /// Engines begin with the lines of the moment where the reading stopped.
    private boolean wasTold(TimedLine line) {
      if (begin.isEmpty() || line.time().isAfter(begin.get().time())) {
        return false;
      }
      if (line.time().equals(begin.get().time())) {
        met++;
        return met <= begin.get().lines();
      }
      return true;
    }

    private void fail(ObservedContainer container, EngineException failure) {
      telling.lock();
      try {
        listener.failed(container, failure);
      } finally {
        telling.unlock();
      }
    }
  }
}
