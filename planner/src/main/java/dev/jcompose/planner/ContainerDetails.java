package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What only an inspection tells of a container.
///
/// @param command as the engine keeps it, after the image's own was filled in
/// @param environment the image's variables included
/// @param attributes the rest by its name in a Compose file, as {@link AttributeText} writes it;
///   `networks.NAME.aliases` and the like are by the engine's names
/// @param healthTest the health check's words as they are, the first of them `CMD`, `CMD-SHELL` or
///   `NONE`; empty when there is none
/// @param healthLog what the last health checks said, oldest first
public record ContainerDetails(
    List<String> command,
    List<String> entrypoint,
    SequencedMap<String, String> environment,
    Optional<String> user,
    Optional<String> workingDir,
    Optional<String> hostname,
    SequencedMap<String, String> attributes,
    List<String> healthTest,
    List<String> healthLog) {
  public ContainerDetails {
    command = List.copyOf(command);
    entrypoint = List.copyOf(entrypoint);
    environment = Ordered.map(environment);
    attributes = Ordered.map(attributes);
    healthTest = List.copyOf(healthTest);
    healthLog = List.copyOf(healthLog);
  }
}
