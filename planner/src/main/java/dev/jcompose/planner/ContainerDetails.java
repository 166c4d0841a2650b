package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What only an inspection tells of a container.
///
/// @param command as the engine keeps it, after the image's own was filled in
/// @param environment the image's variables included
/// @param healthLog what the last health checks said, oldest first
public record ContainerDetails(
    List<String> command,
    List<String> entrypoint,
    SequencedMap<String, String> environment,
    Optional<String> user,
    Optional<String> workingDir,
    Optional<String> hostname,
    RuntimeDetails runtime,
    List<String> healthLog) {
  public ContainerDetails {
    command = List.copyOf(command);
    entrypoint = List.copyOf(entrypoint);
    environment = Ordered.map(environment);
    healthLog = List.copyOf(healthLog);
  }

  /// How the engine runs it.
  ///
  /// @param restart the restart policy in Compose's words, e.g. `on-failure:3`
  /// @param memory limit in bytes; 0: none
  /// @param nanoCpus limit in billionths of a processor; 0: none
  /// @param portBindings asked for at creation, e.g. `127.0.0.1:8080:80/tcp`
  /// @param stopTimeout its own time to stop
  public record RuntimeDetails(
      String restart,
      long memory,
      long nanoCpus,
      boolean privileged,
      boolean readOnly,
      List<String> portBindings,
      Optional<Duration> stopTimeout) {
    public RuntimeDetails {
      portBindings = List.copyOf(portBindings);
    }
  }
}
