package dev.jcompose.model;

import java.util.List;
import java.util.Optional;

/// What a replica may use at most, and what is set aside for it.
public record DeployResources(
    Optional<Limits> limits, Optional<Reservations> reservations, Extensions extensions) {
  /// Upper bounds.
  ///
  /// @param cpus how many processors' worth of time
  public record Limits(
      Optional<Double> cpus,
      Optional<ByteSize> memory,
      Optional<Long> pids,
      Extensions extensions) {}

  /// What is set aside.
  public record Reservations(
      Optional<Double> cpus,
      Optional<ByteSize> memory,
      List<DeviceRequest> devices,
      List<GenericResource> genericResources,
      Extensions extensions) {
    public Reservations {
      devices = List.copyOf(devices);
      genericResources = List.copyOf(genericResources);
    }
  }

  /// A countable resource that the platform's owner has named.
  ///
  /// @param extensions of the resource
  /// @param specExtensions of its `discrete_resource_spec`
  public record GenericResource(
      String kind, long value, Extensions extensions, Extensions specExtensions) {}
}
