package dev.jcompose.executor;

import java.time.Instant;
import java.util.Optional;

/// Which part of a log is read.
///
/// @param follow whether reading goes on while the container runs
/// @param tail how many lines of the past; left out: all
/// @param timestamps whether lines carry the time they were written
public record LogOptions(
    boolean follow,
    Optional<Integer> tail,
    Optional<Instant> since,
    Optional<Instant> until,
    boolean timestamps) {
  /// All of it, to its present end.
  public static final LogOptions ALL =
      new LogOptions(false, Optional.empty(), Optional.empty(), Optional.empty(), false);

  /// All of it, for as long as the container runs.
  public static final LogOptions FOLLOWED =
      new LogOptions(true, Optional.empty(), Optional.empty(), Optional.empty(), false);

  /// The last lines.
  public static LogOptions tail(int lines) {
    return new LogOptions(false, Optional.of(lines), Optional.empty(), Optional.empty(), false);
  }
}
