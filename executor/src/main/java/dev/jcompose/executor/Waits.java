package dev.jcompose.executor;

import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.Operation.Awaited;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The waits of one run, all on one stream of events.
///
/// The stream is open before a container is inspected for the first time. From then on it is
/// inspected only after something has happened to it, so nothing is missed and nothing is polled.
/// While the engine does not answer, as when it is restarted, it is tried again for a while.
final class Waits implements AutoCloseable {
  /// So many streams in a row may end without an event before the engine counts as broken.
  private static final int BARREN_STREAMS = 5;

  private final Engine engine;
  private final ProjectName project;

  /// Held while a stream is opened, so that there is one.
  private final ReentrantLock opening = new ReentrantLock();

  /// Guards all below; never held while the engine is called.
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private final Map<ContainerId, Integer> counts = new HashMap<>();
  private Optional<EventStream> stream = Optional.empty();
  private int generation;
  private int barren;
  private boolean timeUp;
  private boolean closed;

  Waits(Engine engine, ProjectName project) {
    this.engine = engine;
    this.project = project;
  }

  /// What had been heard of a container at one moment.
  private record Mark(int generation, int count) {}

  /// Waits until the container is as wanted or cannot become so.
  ///
  /// @return never pending, unless time is up
  Readiness await(ContainerId container, Awaited awaited) throws InterruptedException {
    Patience patience = new Patience();
    while (true) {
      try {
        Mark mark = mark(container);
        Readiness readiness =
            engine
                .container(container)
                .map(observed -> Readiness.of(observed.status(), awaited))
                .orElse(Readiness.GONE);
        patience.restore();
        if (!(readiness instanceof Readiness.Pending) || !awaitChange(container, mark)) {
          return readiness;
        }
      } catch (EngineException failure) {
        pause(patience.after(failure), failure);
      }
    }
  }

  /// Lets time pass while the engine does not answer.
  private void pause(Duration time, EngineException failure) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = time.toNanos();
      while (!timeUp && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (timeUp || closed) {
        throw failure;
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends all waits: from now on none waits for events.
  void timeIsUp() {
    lock.lock();
    try {
      timeUp = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    Optional<EventStream> open;
    lock.lock();
    try {
      closed = true;
      open = stream;
      stream = Optional.empty();
    } finally {
      lock.unlock();
    }
    open.ifPresent(EventStream::close);
  }

  /// Notes what has been heard so far, on a stream that is open.
  private Mark mark(ContainerId container) throws InterruptedException {
    while (true) {
      openStream();
      lock.lockInterruptibly();
      try {
        if (closed) {
          throw new InterruptedException("the run is over");
        }
        if (stream.isPresent()) {
          return new Mark(generation, count(container));
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private int count(ContainerId container) {
    return counts.getOrDefault(container, 0);
  }

  /// Returns at the next event of that container since the mark, or when events may have been
  /// missed; false when time is up.
  private boolean awaitChange(ContainerId container, Mark mark) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!timeUp && mark.equals(new Mark(generation, count(container)))) {
        changed.await();
      }
      return !timeUp;
    } finally {
      lock.unlock();
    }
  }

  private void openStream() throws InterruptedException {
    opening.lockInterruptibly();
    try {
      Optional<Hearing> next = nextStream();
      if (next.isPresent()) {
        keep(engine.events(project, next.get()), next.get());
      }
    } finally {
      opening.unlock();
    }
  }

  /// Who is to listen to a new stream; empty when there is one.
  private Optional<Hearing> nextStream() {
    lock.lock();
    try {
      if (stream.isPresent()) {
        return Optional.empty();
      }
      if (barren >= BARREN_STREAMS) {
        throw new EngineException(
            EngineException.Kind.OTHER, "cannot wait: the engine ends its stream of events");
      }
      return Optional.of(new Hearing(generation));
    } finally {
      lock.unlock();
    }
  }

  private void keep(EventStream opened, Hearing hearing) {
    lock.lock();
    try {
      if (!closed && generation == hearing.generation) {
        stream = Optional.of(opened);
        return;
      }
    } finally {
      lock.unlock();
    }
    opened.close(); // The run is over, or the stream ended while it was opened.
  }

  /// Listens to one stream.
  private final class Hearing implements EventListener {
    private final int generation;

    Hearing(int generation) {
      this.generation = generation;
    }

    @Override
    public void happened(ContainerEvent event) {
      lock.lock();
      try {
        counts.merge(event.container(), 1, Integer::sum);
        barren = 0;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void ended() {
      lock.lock();
      try {
        if (generation == Waits.this.generation) {
          Waits.this.generation++;
          stream = Optional.empty();
          barren++;
          changed.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
