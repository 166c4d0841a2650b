package dev.jcompose.executor;

import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ContainerId;
import java.time.Instant;
import java.util.SequencedMap;

/// Something that happened to a container.
///
/// @param action the engine's word: `create`, `start`, `die`, `stop`, `destroy`, `health_status`, …
/// @param attributes the container's labels, and what belongs to the action: `exitCode` with `die`,
///   and the engine's second word under the first, e.g. `health_status` is `healthy`
public record ContainerEvent(
    ContainerId container, String action, Instant time, SequencedMap<String, String> attributes) {
  public ContainerEvent {
    attributes = Ordered.map(attributes);
  }
}
