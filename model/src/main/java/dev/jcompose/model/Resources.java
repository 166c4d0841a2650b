package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// What the container may use of the machine.
public record Resources(
    Cpu cpu,
    Memory memory,
    Optional<Long> pidsLimit,
    SequencedMap<String, Ulimit> ulimits,
    Optional<BlockIo> blockIo,
    Devices devices) {
  /// Without limits.
  public static final Resources PLAIN =
      new Resources(
          Cpu.PLAIN, Memory.PLAIN, Optional.empty(), Ordered.map(), Optional.empty(), Devices.NONE);

  public Resources {
    ulimits = Ordered.map(ulimits);
  }

  /// These resources with other devices.
  public Resources withDevices(Devices changed) {
    return new Resources(cpu, memory, pidsLimit, ulimits, blockIo, changed);
  }
}
