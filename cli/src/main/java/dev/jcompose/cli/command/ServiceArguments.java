package dev.jcompose.cli.command;

import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/// The services that a command is about.
final class ServiceArguments {
  @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "All services if left out.")
  List<String> names = new ArrayList<>();

  List<ServiceName> services() {
    return names.stream().distinct().map(ServiceName::new).toList();
  }

  /// Whether a container is of one of them.
  boolean include(ObservedContainer container) {
    return names.isEmpty()
        || container.service().filter(service -> names.contains(service.value())).isPresent();
  }
}
