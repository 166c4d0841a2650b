package dev.jcompose.tests.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for another process, which has no other way to tell us.
final class Eventually {
  private static final Duration AT_MOST = Duration.ofMinutes(2);

  private Eventually() {}

  /// Returns once the condition holds.
  ///
  /// @throws AssertionError if it does not within two minutes
  static void that(BooleanSupplier condition) throws InterruptedException {
    that(condition, () -> "");
  }

  /// The same, with what there is instead in the error.
  static void that(BooleanSupplier condition, Supplier<String> found) throws InterruptedException {
    Instant end = Instant.now().plus(AT_MOST);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("did not come true within " + AT_MOST + ": " + found.get());
      }
      Thread.sleep(50);
    }
  }
}
