package dev.jcompose.spec.trail;

import dev.jcompose.model.Ordered;
import java.util.Optional;
import java.util.SequencedMap;

/// Text into which variables were filled.
///
/// @param text what came out
/// @param variables those that were looked up; empty for one that is not set
public record Filling(String text, SequencedMap<String, Optional<Variable>> variables) {
  public Filling {
    variables = Ordered.map(variables);
  }

  /// The value of a variable, and where it comes from.
  public record Variable(String value, VariableSource source) {}
}
