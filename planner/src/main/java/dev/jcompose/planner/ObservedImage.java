package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// An image on the engine.
///
/// @param environment what it sets
/// @param volumes the paths it declares as volumes
/// @param hasHealthcheck whether it brings a health check
/// @param sinceTagged how long ago it got its name, be it fetched, built or tagged; left out: not
///   known
public record ObservedImage(
    ImageId id,
    SequencedMap<String, String> environment,
    List<String> command,
    List<String> entrypoint,
    Optional<String> user,
    Optional<String> workingDir,
    List<String> volumes,
    boolean hasHealthcheck,
    SequencedMap<String, String> labels,
    Optional<Duration> sinceTagged) {
  public ObservedImage {
    environment = Ordered.map(environment);
    command = List.copyOf(command);
    entrypoint = List.copyOf(entrypoint);
    volumes = List.copyOf(volumes);
    labels = Ordered.map(labels);
  }
}
