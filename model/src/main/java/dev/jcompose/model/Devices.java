package dev.jcompose.model;

import java.util.List;

/// Devices of the host that the container may use.
///
/// @param mappings device files, or names of the Container Device Interface
/// @param cgroupRules as in the kernel's `devices.allow`
public record Devices(
    List<DeviceMapping> mappings, List<String> cgroupRules, List<DeviceRequest> gpus) {
  /// None at all.
  public static final Devices NONE = new Devices(List.of(), List.of(), List.of());

  public Devices {
    mappings = List.copyOf(mappings);
    cgroupRules = List.copyOf(cgroupRules);
    gpus = List.copyOf(gpus);
  }
}
