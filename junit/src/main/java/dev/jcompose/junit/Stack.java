package dev.jcompose.junit;

import dev.jcompose.Address;
import dev.jcompose.LoadedProject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// A project that runs for tests.
final class Stack implements AutoCloseable {
  private final Definition definition;
  private final LoadedProject project;
  private final ReentrantLock changing = new ReentrantLock();
  private final Thread exit;
  private volatile Optional<Thread> starter = Optional.empty();

  private Stack(Definition definition, LoadedProject project) {
    this.definition = definition;
    this.project = project;
    this.exit = exit();
  }

  /// Begins to use a project, which does not run yet. It is closed at the latest when the program
  /// ends, unless that is killed.
  static Stack open(Definition definition, LoadedProject project) {
    var stack = new Stack(definition, project);
    Runtime.getRuntime().addShutdownHook(stack.exit);
    return stack;
  }

  /// A program that ends in the middle of starting a project stops doing so first.
  private Thread exit() {
    return Thread.ofPlatform()
        .name("removes project " + project.name())
        .unstarted(() -> {
          starter.ifPresent(Thread::interrupt);
          close();
        });
  }

  /// Starts everything and waits until it can be used.
  void start() throws InterruptedException {
    long end = System.nanoTime() + definition.limit().toNanos();
    changing.lock();
    try {
      starter = Optional.of(Thread.currentThread());
      project.up(definition.upOptions());
      for (var expectation : definition.expectations()) {
        var left = Duration.ofNanos(end - System.nanoTime());
        project.service(expectation.service()).await(expectation.condition(), left);
      }
    } finally {
      starter = Optional.empty();
      changing.unlock();
    }
  }

  LoadedProject project() {
    return project;
  }

  Address address(Endpoint endpoint) throws InterruptedException {
    return project.service(endpoint.service()).address(endpoint.port(), endpoint.protocol());
  }

  /// Removes it, unless it is kept. Returns when that is done, also if another thread does it.
  @Override
  public void close() {
    changing.lock();
    try {
      project.close();
    } finally {
      changing.unlock();
      forget();
    }
  }

  private void forget() {
    try {
      if (!Thread.currentThread().equals(exit)) {
        Runtime.getRuntime().removeShutdownHook(exit);
      }
    } catch (IllegalStateException _) {
      // The program is ending: the hook stays and finds nothing to do.
    }
  }
}
