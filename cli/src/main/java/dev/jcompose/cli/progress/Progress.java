package dev.jcompose.cli.progress;

import dev.jcompose.executor.Event;

/// Shows what happens while a plan is carried out.
public interface Progress extends AutoCloseable {
  /// Takes an event. Called by one thread.
  void show(Event event);

  /// Leaves the screen as it is, for good: the cursor is below what was drawn. May be called more
  /// than once.
  @Override
  void close();
}
