package dev.jcompose.model;

import java.util.List;
import java.util.SequencedMap;

/// A program that looks after the service in place of the engine.
///
/// @param type the program's name
/// @param options handed to it as `--KEY=VALUE`, one for each value
public record Provider(
    String type, SequencedMap<String, List<String>> options, Extensions extensions) {
  public Provider {
    options = Ordered.map(options);
  }
}
