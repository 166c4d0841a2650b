package dev.jcompose.model;

import java.util.Optional;

/// All mounts of another container, taken over.
///
/// @param source whose they are
/// @param mode `ro`, `rw`; left out: as they are there
public record VolumesFrom(Source source, Optional<String> mode) {
  /// A container to take mounts from.
  public sealed interface Source {
    /// The first replica of a service of this project.
    record OfService(ServiceName service) implements Source {}

    /// A container outside the project, by name or id.
    record OfContainer(String container) implements Source {}
  }
}
