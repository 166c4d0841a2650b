package dev.jcompose.cli.progress;

import dev.jcompose.executor.Event;

/// Shows nothing; failures are told when all is over.
public final class QuietProgress implements Progress {
  @Override
  public void show(Event event) {}

  @Override
  public void close() {}
}
