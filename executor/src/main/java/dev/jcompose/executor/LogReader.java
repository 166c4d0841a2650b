package dev.jcompose.executor;

import dev.jcompose.planner.ObservedContainer;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Reads the log of one container, with one thread at a time, and goes on where it stopped.
final class LogReader {
  private final Engine engine;
  private final LogOptions options;
  private final LogListener listener;
  private final BooleanSupplier closed;
  private final ReentrantLock lock = new ReentrantLock();
  private int requests;
  private Optional<Thread> thread = Optional.empty();

  /// Behind the last line that was told; only the reading thread uses it, once there is one.
  private Optional<LogPosition> position;

  /// Lines of the position's moment that this reading has come across.
  private int met;

  /// Where this reading began.
  private Optional<LogPosition> begin = Optional.empty();

  /// @param options which part of the past is told, and whether lines carry times
  /// @param closed whether no thread may begin any more
  /// @param position where reading begins; left out: with the part of the past that is told
  LogReader(
      Engine engine,
      LogOptions options,
      LogListener listener,
      BooleanSupplier closed,
      Optional<LogPosition> position) {
    this.engine = engine;
    this.options = options;
    this.listener = listener;
    this.closed = closed;
    this.position = position;
  }

  /// What is told of what was written before.
  enum Past {
    AS_ASKED,
    ALL
  }

  /// Sees to it that the log is read from where reading stopped, to the end that it has not yet.
  void read(ObservedContainer container, Past past) {
    lock.lock();
    try {
      requests++;
      if (thread.isEmpty() && !closed.getAsBoolean()) {
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
        listener.failed(container, failure);
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
    var lastLine = new LogOptions(false, Optional.of(1), Optional.empty(), Optional.empty(), true);
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
    listener.wrote(container, timed.asAsked(options));
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
}
