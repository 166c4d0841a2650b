package dev.jcompose.junit;

import dev.jcompose.Compose;
import dev.jcompose.ComposeException;
import dev.jcompose.DownOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// Removes once what test runs that were killed have left on an engine.
final class Sweep {
  /// All that belongs to a project whose name nobody will use again.
  static final DownOptions EVERYTHING =
      DownOptions.DEFAULTS
          .removingVolumes()
          .removingOrphans()
          .removingLocalImages()
          .stopTimeout(Duration.ZERO);

  private final String engine;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean done;

  /// @param engine empty for the usual one
  Sweep(String engine) {
    this.engine = engine;
  }

  /// Returns when it is done. What cannot be removed is left to the next run.
  void run() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (!done) {
        sweep();
        done = true;
      }
    } finally {
      lock.unlock();
    }
  }

  private void sweep() throws InterruptedException {
    var projects = here(Compose.folder(Path.of(""))).projectsLabelled(Owner.LABEL);
    for (var project : projects.entrySet()) {
      if (Owner.parse(project.getValue()).filter(Owner::hasEnded).isPresent()) {
        remove(project.getKey());
      }
    }
  }

  private void remove(String name) throws InterruptedException {
    try (var project = here(Compose.existing(name)).withoutLock().load()) {
      project.down(EVERYTHING);
    } catch (ComposeException _) {
      // Another run may be removing it right now.
    }
  }

  private Compose here(Compose compose) {
    return engine.isEmpty() ? compose : compose.engine(engine);
  }
}
