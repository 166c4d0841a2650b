package dev.jcompose.spec.dotenv;

import dev.jcompose.spec.diagnostic.Span;

/// Told where the variables of a file are assigned.
@FunctionalInterface
public interface Assignments {
  /// Wants to know nothing.
  Assignments UNNOTICED = (_, _, _) -> {};

  /// A variable was given a value; a later assignment wins.
  ///
  /// @param place the line, from the name on
  /// @param typed the value as it was typed
  void found(String name, Span place, String typed);
}
