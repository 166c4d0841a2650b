package dev.jcompose.cli.project;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A watch that goes on beside something else, and can be switched on and off.
final class WatchSwitch {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Supplier<WatchRun> watch;
  private final WatchRun.Audience audience;
  private Optional<Thread> running = Optional.empty();

  /// @param watch makes it when it is wanted first; throws a {@link CommandFailure} if there is
  ///   nothing to watch
  WatchSwitch(Supplier<WatchRun> watch, WatchRun.Audience audience) {
    this.watch = watch;
    this.audience = audience;
  }

  boolean isOn() {
    return running.filter(Thread::isAlive).isPresent();
  }

  /// @throws CommandFailure if there is nothing to watch
  void on() {
    var run = watch.get();
    running = Optional.of(Thread.ofPlatform().daemon().name("watch").start(() -> run(run)));
  }

  private void run(WatchRun run) {
    try {
      run.run(audience);
    } catch (CommandFailure failure) {
      audience.complain(failure.getMessage());
    } catch (InterruptedException _) {
      audience.say("Watch disabled");
    }
  }

  void complain(String line) {
    audience.complain(line);
  }

  /// Returns when nothing is done any more.
  void off() throws InterruptedException {
    if (running.isPresent()) {
      do {
        running.get().interrupt(); // One that comes when a plan is just done is lost.
      } while (!running.get().join(AGAIN));
      running = Optional.empty();
    }
  }
}
