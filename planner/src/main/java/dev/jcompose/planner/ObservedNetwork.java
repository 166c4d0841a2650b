package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.util.Optional;
import java.util.SequencedMap;

/// A network as the engine lists it.
public record ObservedNetwork(
    String id, String name, String driver, boolean internal, SequencedMap<String, String> labels) {
  public ObservedNetwork {
    labels = Ordered.map(labels);
  }

  /// The value of that label.
  public Optional<String> label(String label) {
    return Optional.ofNullable(labels.get(label));
  }
}
