package dev.jcompose.executor;

import java.time.Duration;

/// The one moment in the future when something is to happen, if nothing else does before. Not for
/// several threads.
final class Deadline {
  private boolean set;
  private long at;
  private Runnable then = () -> {};

  /// Sets the moment, in place of the one before.
  void in(Duration time, Runnable action) {
    set = true;
    at = System.nanoTime() + time.toNanos();
    then = action;
  }

  /// Whether there is one.
  boolean isSet() {
    return set;
  }

  /// The time left; 0 or less: none.
  long nanosLeft() {
    return at - System.nanoTime();
  }

  /// Called once the moment has come; the action may set another.
  void passed() {
    set = false;
    then.run();
  }
}
