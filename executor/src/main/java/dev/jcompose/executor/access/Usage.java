package dev.jcompose.executor.access;

/// What a container uses of the machine.
///
/// @param cpu the share of one processor's time, of late, in percent; above 100 with several
/// @param memory in bytes, without what the system can take back at any time
/// @param memoryLimit in bytes
/// @param received in bytes, from all networks since its start
/// @param sent in bytes
/// @param read in bytes, from disks since its start
/// @param written in bytes
/// @param processes threads included
public record Usage(
    double cpu,
    long memory,
    long memoryLimit,
    long received,
    long sent,
    long read,
    long written,
    long processes) {

  /// The share of the limit that is used, in percent; 0 without a limit.
  public double memoryShare() {
    return memoryLimit == 0 ? 0 : 100.0 * memory / memoryLimit;
  }
}
