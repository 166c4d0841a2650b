package dev.jcompose.model;

import java.util.Optional;

/// Limits of memory.
///
/// @param swapLimit memory and swap together; -1: no limit
/// @param swappiness 0 to 100
/// @param shmSize size of `/dev/shm`
/// @param oomScoreAdjustment -1000 to 1000; higher is killed sooner
public record Memory(
    Optional<ByteSize> limit,
    Optional<ByteSize> reservation,
    Optional<ByteSize> swapLimit,
    Optional<Long> swappiness,
    Optional<ByteSize> shmSize,
    boolean oomKillDisable,
    Optional<Integer> oomScoreAdjustment) {
  /// Without limits.
  public static final Memory PLAIN =
      new Memory(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());
}
