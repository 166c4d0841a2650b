package dev.jcompose.junit;

import dev.jcompose.ComposeException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// A project of several classes, which the first of them starts.
final class SharedStack implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Stack> stack = Optional.empty();
  private Optional<ComposeException> failure = Optional.empty();

  /// Starts a project.
  interface Start {
    Stack run() throws InterruptedException;
  }

  /// The project, started if it is not yet.
  ///
  /// @throws ComposeException if that failed, be it for another class
  Stack stack(Start start) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (failure.isPresent()) {
        throw failure.get();
      }
      if (stack.isEmpty()) {
        stack = Optional.of(start.run());
      }
      return stack.get();
    } catch (ComposeException e) {
      failure = Optional.of(e);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    stack.ifPresent(Stack::close);
  }
}
