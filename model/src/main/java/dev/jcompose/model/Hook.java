package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// A command run at a moment of a container's life.
///
/// @param image for `pre_start` hooks: what it runs in; left out: the service's own
/// @param perReplica for `pre_start` hooks: whether it runs once for each replica
public record Hook(
    Command command,
    Optional<String> image,
    Optional<String> user,
    boolean privileged,
    Optional<String> workingDir,
    SequencedMap<String, Optional<String>> environment,
    boolean perReplica,
    Extensions extensions) {
  public Hook {
    environment = Ordered.map(environment);
  }
}
