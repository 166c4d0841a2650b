package dev.jcompose.executor.fake;

import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the logs of the fake engine's containers.
final class FakeLogs {
  private final FakeMachine machine;

  FakeLogs(FakeMachine machine) {
    this.machine = machine;
  }

  void read(FakeContainer container, LogOptions options, Consumer<LogLine> listener)
      throws InterruptedException {
    int next = firstOf(container, options);
    while (true) {
      Optional<FakeContainer.Written> line = line(container, next, options.follow());
      if (line.isEmpty()) {
        return;
      }
      next++;
      if (isWanted(line.get().time(), options)) {
        listener.accept(shown(line.get(), options));
      }
    }
  }

  private int firstOf(FakeContainer container, LogOptions options) throws InterruptedException {
    machine.lock.lockInterruptibly();
    try {
      List<FakeContainer.Written> log = container.log;
      return options.tail().map(lines -> Math.max(0, log.size() - lines)).orElse(0);
    } finally {
      machine.lock.unlock();
    }
  }

  /// The line of that number; empty at the end of the log.
  private Optional<FakeContainer.Written> line(FakeContainer container, int number, boolean follow)
      throws InterruptedException {
    machine.lock.lockInterruptibly();
    try {
      int logsEnded = machine.logsEnded;
      while (follow
          && container.isAlive()
          && logsEnded == machine.logsEnded
          && number >= container.log.size()) {
        machine.changed.await();
      }
      return number < container.log.size()
          ? Optional.of(container.log.get(number))
          : Optional.empty();
    } finally {
      machine.lock.unlock();
    }
  }

  private static boolean isWanted(Instant time, LogOptions options) {
    return options.since().filter(time::isBefore).isEmpty()
        && options.until().filter(time::isAfter).isEmpty();
  }

  private static LogLine shown(FakeContainer.Written line, LogOptions options) {
    Optional<String> time =
        options.timestamps() ? Optional.of(line.time().toString()) : Optional.empty();
    return new LogLine(line.source(), time, line.text());
  }
}
