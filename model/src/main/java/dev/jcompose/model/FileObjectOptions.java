package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// What a swarm would do with a config or secret; a single engine does nothing with it.
public record FileObjectOptions(
    SequencedMap<String, String> labels,
    Optional<String> driver,
    SequencedMap<String, String> driverOptions,
    Optional<String> templateDriver) {
  public FileObjectOptions {
    labels = Ordered.map(labels);
    driverOptions = Ordered.map(driverOptions);
  }
}
