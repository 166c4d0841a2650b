package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.util.Optional;
import java.util.SequencedMap;

/// A volume as the engine lists it.
///
/// @param options what its driver was told
public record ObservedVolume(
    String name,
    String driver,
    SequencedMap<String, String> options,
    SequencedMap<String, String> labels) {
  public ObservedVolume {
    options = Ordered.map(options);
    labels = Ordered.map(labels);
  }

  /// The value of that label.
  public Optional<String> label(String label) {
    return Optional.ofNullable(labels.get(label));
  }
}
