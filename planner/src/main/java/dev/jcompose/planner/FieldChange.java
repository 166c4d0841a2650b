package dev.jcompose.planner;

import java.util.Optional;

/// A part of a definition that differs.
///
/// @param field its path in the service, e.g. `environment.DEBUG`
/// @param from what the container has; empty: nothing
/// @param to what is wanted; empty: nothing
public record FieldChange(String field, Optional<String> from, Optional<String> to) {
  /// E.g. `environment.DEBUG 0 -> 1`.
  public String describe() {
    return field + " " + from.orElse("(none)") + " -> " + to.orElse("(none)");
  }
}
