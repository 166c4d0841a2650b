package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.util.Optional;
import java.util.SequencedMap;

/// A volume as the engine lists it.
public record ObservedVolume(String name, String driver, SequencedMap<String, String> labels) {
  public ObservedVolume {
    labels = Ordered.map(labels);
  }

  /// The value of that label.
  public Optional<String> label(String label) {
    return Optional.ofNullable(labels.get(label));
  }
}
