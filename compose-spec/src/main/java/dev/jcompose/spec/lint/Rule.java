package dev.jcompose.spec.lint;

import dev.jcompose.spec.diagnostic.Diagnostic.Severity;

/// One piece of advice.
///
/// @param name stays the same in later versions, e.g. `unpinned-image`
/// @param severity an error surely fails or gives something away, a warning is a danger, a note is
///   good practice
/// @param finds what it looks for
/// @param reason why it matters, one sentence
/// @param remedy what to do instead, one sentence
/// @param check finds the places
public record Rule(
    String name, Severity severity, String finds, String reason, String remedy, Check check) {

  /// Finds the places where a rule is broken.
  @FunctionalInterface
  interface Check {
    /// Reports each place once.
    void look(Stack stack, Report report);
  }
}
