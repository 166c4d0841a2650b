package dev.jcompose.executor;

import java.time.Duration;
import java.util.Optional;

/// How a plan is carried out.
///
/// @param parallelism how many calls to the engine may run at once; waits are not counted
/// @param limit how long all of it may take; left out: as long as it takes
/// @param grace how long short calls that have begun may go on after an interrupt, or when time is
///   up, before they are cut off
public record RunOptions(
    int parallelism, Optional<Duration> limit, Duration grace, BuildOptions build) {
  /// Eight calls at once, more than which an engine gains nothing from; no limit.
  public static final RunOptions DEFAULT =
      new RunOptions(8, Optional.empty(), Duration.ofSeconds(10), BuildOptions.PLAIN);

  public RunOptions {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1: " + parallelism);
    }
  }

  /// These options with so many calls at once.
  public RunOptions withParallelism(int calls) {
    return new RunOptions(calls, limit, grace, build);
  }

  /// These options with a time limit.
  public RunOptions withLimit(Duration time) {
    return new RunOptions(parallelism, Optional.of(time), grace, build);
  }

  /// These options with another time for begun calls to end.
  public RunOptions withGrace(Duration time) {
    return new RunOptions(parallelism, limit, time, build);
  }

  /// These options with other words for builds.
  public RunOptions withBuild(BuildOptions options) {
    return new RunOptions(parallelism, limit, grace, options);
  }
}
