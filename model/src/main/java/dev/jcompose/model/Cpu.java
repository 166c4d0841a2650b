package dev.jcompose.model;

import java.util.Optional;

/// Shares and limits of processor time.
///
/// @param cpus how many processors' worth of time at most, e.g. `0.5`
/// @param shares relative weight
/// @param quota microseconds per period; negative: no limit
/// @param period microseconds
/// @param realtime limits for the real-time scheduler
/// @param cpuset processors by number, e.g. `0-3,7`
/// @param count processors, on Windows
/// @param percent share of the processors from 0 to 100, on Windows
public record Cpu(
    Optional<Double> cpus,
    Optional<Long> shares,
    Optional<Long> quota,
    Optional<Long> period,
    RealtimeCpu realtime,
    Optional<String> cpuset,
    Optional<Long> count,
    Optional<Double> percent) {
  /// Without limits.
  public static final Cpu PLAIN =
      new Cpu(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          RealtimeCpu.PLAIN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
