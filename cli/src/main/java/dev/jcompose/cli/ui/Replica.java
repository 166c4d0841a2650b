package dev.jcompose.cli.ui;

import dev.jcompose.cli.project.LogNames;
import dev.jcompose.cli.text.PortsText;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ObservedContainer;
import java.util.Optional;

/// A container of a service, as far as it is shown.
///
/// @param name without the project's, e.g. `web-1`
/// @param ports as docker lists them; empty text: none
record Replica(
    ContainerId id,
    ServiceName service,
    String name,
    State state,
    Health health,
    Optional<Integer> exitCode,
    String ports) {
  /// Empty for a container that belongs to no service or to a hook.
  static Optional<Replica> of(ObservedContainer container) {
    var status = container.status();
    return container
        .service()
        .filter(_ -> !container.isHook())
        .map(service ->
            new Replica(
                container.id(),
                service,
                LogNames.of(container),
                status.state(),
                status.health(),
                status.exitCode(),
                PortsText.of(
                    container.ports().stream()
                        .filter(port -> port.published().isPresent())
                        .toList())));
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }

  /// Whether somebody should look after it.
  boolean isInTrouble() {
    return switch (state) {
      case RESTARTING, DEAD -> true;
      case EXITED -> exitCode.filter(code -> code != 0).isPresent();
      case RUNNING, PAUSED, CREATED, REMOVING -> health == Health.UNHEALTHY;
    };
  }

  /// E.g. `running` or `exited (1)`.
  String stateText() {
    return state == State.EXITED
        ? exitCode.map(code -> "exited (" + code + ")").orElse("exited")
        : state.word();
  }
}
