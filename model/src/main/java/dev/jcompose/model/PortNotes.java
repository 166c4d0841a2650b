package dev.jcompose.model;

import java.util.Optional;

/// What a port mapping says to people and other tools; no engine acts on it.
public record PortNotes(
    Optional<String> name, Optional<String> appProtocol, Extensions extensions) {
  /// Nothing said.
  public static final PortNotes NONE =
      new PortNotes(Optional.empty(), Optional.empty(), Extensions.NONE);
}
