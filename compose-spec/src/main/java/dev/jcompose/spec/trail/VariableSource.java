package dev.jcompose.spec.trail;

import dev.jcompose.spec.diagnostic.Span;

/// What gave a variable its value.
public sealed interface VariableSource {
  /// A line of a file of variables, or of a Compose file.
  record Line(Span place) implements VariableSource {}

  /// The environment of the process.
  record Environment() implements VariableSource {}

  /// The user, who chose the project's name when calling.
  record Chosen() implements VariableSource {}

  /// The name of the project directory.
  record Directory() implements VariableSource {}

  /// The folder the user stands in.
  record CurrentDirectory() implements VariableSource {}
}
