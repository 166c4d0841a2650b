package dev.jcompose.cli.project;

import dev.jcompose.planner.ObservedContainer;

/// What containers are called in front of log lines: without the project's name.
public final class LogNames {
  private LogNames() {}

  /// E.g. `web-1`; the whole name if the user has chosen it.
  public static String of(ObservedContainer container) {
    return container
        .service()
        .flatMap(service -> container.number().map(number -> service + "-" + number))
        .filter(name -> container.name().endsWith("-" + name))
        .orElse(container.name());
  }
}
