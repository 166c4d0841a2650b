package dev.jcompose.cli.project;

import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import java.util.Optional;

/// A container whose log is read.
///
/// @param name as log lines show it: without the project's name
record Followed(ContainerId id, ServiceName service, String name) {
  static Optional<Followed> of(ObservedContainer container) {
    return container
        .service()
        .map(service -> new Followed(container.id(), service, logName(container, service)));
  }

  private static String logName(ObservedContainer container, ServiceName service) {
    return container
        .number()
        .filter(number -> container.name().endsWith("-" + service + "-" + number))
        .map(number -> service + "-" + number)
        .orElse(container.name());
  }
}
