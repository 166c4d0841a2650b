package dev.jcompose.cli.ui;

import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerId;
import java.util.List;
import java.util.Optional;

/// A row of the table: a service, or one replica of a service with several.
///
/// @param replicas of the service, sorted; the one of a replica's row
/// @param isNested whether it is a replica's
record Row(ServiceName service, List<Replica> replicas, boolean isNested) {
  Row {
    replicas = List.copyOf(replicas);
  }

  /// What a row is about, while replicas come and go.
  ///
  /// @param replica left out: the service
  record Id(ServiceName service, Optional<ContainerId> replica) {}

  Id id() {
    return new Id(service, isNested ? Optional.of(replicas.getFirst().id()) : Optional.empty());
  }

  /// E.g. `web`, or `web-1` for a replica.
  String name() {
    return isNested ? replicas.getFirst().name() : service.value();
  }

  /// The replica that a shell is opened in: the first that runs.
  Optional<Replica> running() {
    return replicas.stream().filter(Replica::isRunning).findFirst();
  }
}
