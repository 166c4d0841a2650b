package dev.jcompose.executor.docker;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs what waits for the engine through {@link LibraryHttp} so that an interrupt ends it.
///
/// Reads from a socket end when a virtual thread is interrupted, whatever the transport; with
/// platform threads that is so for some transports only. So everything runs on a virtual thread.
final class Interruptible {
  /// How long an interrupted call may take to end its thread before it is left alone.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private Interruptible() {}

  /// What waits for the engine.
  interface Body<T> {
    T call() throws InterruptedException;
  }

  /// Calls `body` to its end; an interrupt makes it fail and gives an {@link InterruptedException}.
  static <T> T call(Body<T> body) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    FutureTask<T> task = new FutureTask<>(body::call);
    if (Thread.currentThread().isVirtual()) {
      task.run();
      return result(task);
    }
    Thread thread = Thread.ofVirtual().name("jcompose-engine-call").start(task);
    try {
      return result(task);
    } catch (InterruptedException e) {
      thread.interrupt();
      if (!thread.join(PATIENCE)) {
        e.addSuppressed(new IllegalStateException("the call did not end"));
      }
      throw e;
    }
  }

  private static <T> T result(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        // What the transport says when the interrupt came while it looked for a free connection.
        case CancellationException cancelled -> {
          Thread.interrupted();
          InterruptedException interrupt = new InterruptedException();
          interrupt.initCause(cancelled);
          throw interrupt;
        }
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case InterruptedException interrupt -> {
          Thread.interrupted();
          throw interrupt;
        }
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
