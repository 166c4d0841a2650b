package dev.jcompose.cli.ui;

import dev.jcompose.executor.access.Usage;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ContainerId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Collects what happens until it is looked at. However long that takes, little is held: of logs
/// the last lines, of measurements the last ones.
final class Inbox {
  private static final long PAUSE_OF_MEASUREMENTS = TimeUnit.SECONDS.toNanos(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition something = lock.newCondition();
  private final List<UiEvent> events = new ArrayList<>();
  private final SequencedMap<ContainerId, Usage> usage = new LinkedHashMap<>();
  private final Deque<LogPane.Line> lines = new ArrayDeque<>();
  private Optional<Row.Id> writer = Optional.empty();
  private long measured = System.nanoTime() - PAUSE_OF_MEASUREMENTS;

  void add(UiEvent event) {
    change(() -> events.add(event));
  }

  void measured(ContainerId container, Usage used) {
    change(() -> usage.put(container, used));
  }

  /// Lines of another row than before replace those.
  void wrote(Row.Id row, LogPane.Line line) {
    change(() -> {
      if (!writer.equals(Optional.of(row))) {
        lines.clear();
        writer = Optional.of(row);
      }
      lines.addLast(line);
      if (lines.size() > LogPane.MOST) {
        lines.removeFirst();
      }
    });
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      something.signal();
    } finally {
      lock.unlock();
    }
  }

  /// What has happened since the last call; waits until there is something. Measurements alone are
  /// worth a look once a second.
  List<UiEvent> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (events.isEmpty() && lines.isEmpty()) {
        long pause = measured + PAUSE_OF_MEASUREMENTS - System.nanoTime();
        if (usage.isEmpty()) {
          something.await();
        } else if (pause <= 0) {
          break;
        } else {
          something.awaitNanos(pause);
        }
      }
      return taken();
    } finally {
      lock.unlock();
    }
  }

  private List<UiEvent> taken() {
    var taken = new ArrayList<>(events);
    events.clear();
    if (!lines.isEmpty()) {
      taken.add(new UiEvent.Wrote(writer.orElseThrow(), List.copyOf(lines)));
      lines.clear();
    }
    if (!usage.isEmpty()) {
      taken.add(new UiEvent.Measured(Ordered.map(usage)));
      usage.clear();
      measured = System.nanoTime();
    }
    return taken;
  }
}
