package dev.jcompose.executor;

import dev.jcompose.planner.ObservedContainer;

/// Hears what containers write. Its methods are called by one thread at a time.
@FunctionalInterface
public interface LogListener {
  /// Called for each line; the lines of one container come in their order.
  void wrote(ObservedContainer container, LogLine line);

  /// Called when a container's log cannot be read; there will be no more lines of it.
  default void failed(ObservedContainer container, EngineException failure) {}
}
