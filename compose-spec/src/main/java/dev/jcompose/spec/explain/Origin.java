package dev.jcompose.spec.explain;

import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.trail.VariableSource;

/// Where a value begins.
public sealed interface Origin {
  /// The user typed it there, in full or in a short form.
  record Typed(Span place) implements Origin {}

  /// Nobody typed it.
  ///
  /// @param place what implies it
  record Implied(Span place) implements Origin {}

  /// It does not come from a Compose file at all.
  record Outside(VariableSource source) implements Origin {}

  /// There is no value any more: `!reset` stands there.
  record Removed(Span place) implements Origin {}
}
