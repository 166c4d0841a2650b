package dev.jcompose.model;

import java.time.Duration;
import java.util.Optional;

/// How the container is asked to end.
///
/// @param signal a name or number; left out: the image's, else `SIGTERM`
/// @param gracePeriod the time it has before it is killed; left out: 10 seconds
public record Stopping(Optional<String> signal, Optional<Duration> gracePeriod) {
  /// As the image and the engine have it.
  public static final Stopping PLAIN = new Stopping(Optional.empty(), Optional.empty());
}
