package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.util.Optional;
import java.util.SequencedMap;

/// A network as the engine lists it.
///
/// @param attributes what else it was made with, by the names of a Compose file ({@link
///   AttributeText})
/// @param attached the names of the containers that run on it, whoever's they are, when a decision
///   needed an inspection
public record ObservedNetwork(
    String id,
    String name,
    SequencedMap<String, String> attributes,
    SequencedMap<String, String> labels,
    SequencedMap<ContainerId, String> attached) {
  public ObservedNetwork {
    attributes = Ordered.map(attributes);
    labels = Ordered.map(labels);
    attached = Ordered.map(attached);
  }

  /// One of which it is not known who is on it.
  public ObservedNetwork(
      String id,
      String name,
      SequencedMap<String, String> attributes,
      SequencedMap<String, String> labels) {
    this(id, name, attributes, labels, Ordered.map());
  }

  /// The value of that label.
  public Optional<String> label(String label) {
    return Optional.ofNullable(labels.get(label));
  }
}
