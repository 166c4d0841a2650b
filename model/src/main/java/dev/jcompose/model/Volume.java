package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// A named volume of the project, or one outside it that services use.
///
/// @param name what the engine calls it
/// @param external not ours: looked up, never created, changed or removed
/// @param driver left out: `local`
public record Volume(
    VolumeKey key,
    String name,
    boolean external,
    Optional<String> driver,
    SequencedMap<String, String> driverOptions,
    SequencedMap<String, String> labels,
    Extensions extensions) {
  public Volume {
    driverOptions = Ordered.map(driverOptions);
    labels = Ordered.map(labels);
  }

  /// This volume with a driver.
  public Volume withDriver(String name) {
    return new Volume(
        key, this.name, external, Optional.of(name), driverOptions, labels, extensions);
  }
}
