package dev.jcompose.executor;

import java.time.Duration;

/// How long an engine that does not answer is waited for, as when it is being restarted: tried
/// again ever less often, and given up after a while. Not for several threads.
final class Patience {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private boolean tried;
  private long since;
  private Duration next = SHORTEST;

  /// The engine has answered.
  void restore() {
    tried = false;
    next = SHORTEST;
  }

  /// The time until the next attempt.
  ///
  /// @throws EngineException that failure, when it is another one, or time is up
  Duration after(EngineException failure) {
    if (failure.kind() != EngineException.Kind.UNREACHABLE) {
      throw failure;
    }
    long now = System.nanoTime();
    if (!tried) {
      tried = true;
      since = now;
    }
    if (now - since > LIMIT.toNanos()) {
      throw failure;
    }
    Duration pause = next;
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
    return pause;
  }
}
