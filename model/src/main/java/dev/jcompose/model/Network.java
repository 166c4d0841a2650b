package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// A network of the project, or one outside it that services join.
///
/// @param name what the engine calls it
/// @param external not ours: looked up, never created, changed or removed
/// @param driver left out: the engine's default
public record Network(
    NetworkKey key,
    String name,
    boolean external,
    Optional<String> driver,
    SequencedMap<String, String> driverOptions,
    Reach reach,
    Optional<Ipam> ipam,
    SequencedMap<String, String> labels,
    Extensions extensions) {
  public Network {
    driverOptions = Ordered.map(driverOptions);
    labels = Ordered.map(labels);
  }

  /// What a network lets through.
  ///
  /// @param internal no way out of it
  /// @param attachable containers outside the swarm's services may join
  /// @param ipv4 left out: the engine's default
  /// @param ipv6 left out: the engine's default
  public record Reach(
      boolean internal, boolean attachable, Optional<Boolean> ipv4, Optional<Boolean> ipv6) {
    /// The engine's default.
    public static final Reach PLAIN = new Reach(false, false, Optional.empty(), Optional.empty());
  }
}
