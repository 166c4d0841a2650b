package dev.jcompose.planner;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A part of a definition that differs.
///
/// @param field its path in the service, network or volume, e.g. `environment.DEBUG`
/// @param from what there is; empty: nothing
/// @param to what is wanted; empty: nothing
public record FieldChange(String field, Optional<String> from, Optional<String> to) {
  /// E.g. `environment.DEBUG 0 -> 1`.
  public String describe() {
    return field + " " + from.orElse("(none)") + " -> " + to.orElse("(none)");
  }

  /// All of them, e.g. `environment.DEBUG 0 -> 1, user app -> (none)`.
  static String describe(List<FieldChange> changes) {
    return changes.stream().map(FieldChange::describe).collect(Collectors.joining(", "));
  }
}
