package dev.jcompose.cli.progress;

import java.time.Duration;

/// Calls something again and again until it is closed.
public final class Ticker implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Thread thread;

  private Ticker(Thread thread) {
    this.thread = thread;
  }

  /// Begins to call.
  public static Ticker calling(Runnable action) {
    return new Ticker(Thread.ofPlatform().daemon().start(() -> repeat(action)));
  }

  private static void repeat(Runnable action) {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        action.run();
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
