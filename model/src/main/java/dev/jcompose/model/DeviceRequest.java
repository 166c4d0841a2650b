package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Devices asked of the engine by what they can do.
///
/// @param count how many; -1: all; left out when ids are given
public record DeviceRequest(
    List<String> capabilities,
    Optional<String> driver,
    Optional<Long> count,
    List<String> deviceIds,
    SequencedMap<String, String> options) {
  public DeviceRequest {
    capabilities = List.copyOf(capabilities);
    deviceIds = List.copyOf(deviceIds);
    options = Ordered.map(options);
  }
}
