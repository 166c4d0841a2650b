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
  public Resources {
    ulimits = Ordered.map(ulimits);
  }
}
