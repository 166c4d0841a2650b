package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// Where the engine sends the container's output.
///
/// @param driver left out: the engine's own choice
public record Logging(
    Optional<String> driver, SequencedMap<String, String> options, Extensions extensions) {
  public Logging {
    options = Ordered.map(options);
  }
}
