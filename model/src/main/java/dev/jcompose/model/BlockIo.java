package dev.jcompose.model;

import java.util.List;
import java.util.Optional;

/// Weights and limits of block devices, from `blkio_config`.
///
/// @param weight 10 to 1000
public record BlockIo(
    Optional<Integer> weight,
    List<Weight> weightDevices,
    List<Throttle> readBps,
    List<Throttle> writeBps,
    List<Throttle> readIops,
    List<Throttle> writeIops) {
  public BlockIo {
    weightDevices = List.copyOf(weightDevices);
    readBps = List.copyOf(readBps);
    writeBps = List.copyOf(writeBps);
    readIops = List.copyOf(readIops);
    writeIops = List.copyOf(writeIops);
  }

  /// The weight of one device.
  public record Weight(String path, int weight) {}

  /// A limit for one device, in bytes or operations a second.
  public record Throttle(String path, long rate) {}
}
