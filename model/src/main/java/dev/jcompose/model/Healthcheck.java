package dev.jcompose.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the engine finds out whether a container is well.
///
/// @param test in the engine's form: `CMD` or `CMD-SHELL` and words, or `NONE`; empty: the image's
/// @param disable whether the image's check is switched off
public record Healthcheck(
    List<String> test,
    boolean disable,
    Optional<Duration> interval,
    Optional<Duration> timeout,
    Optional<Long> retries,
    Optional<Duration> startPeriod,
    Optional<Duration> startInterval,
    Extensions extensions) {
  public Healthcheck {
    test = List.copyOf(test);
  }
}
