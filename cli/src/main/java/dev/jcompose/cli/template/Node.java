package dev.jcompose.cli.template;

import java.util.List;

/// A part of a template.
sealed interface Node {
  /// Text that is written as it stands.
  record Text(String text) implements Node {}

  /// A value that is written.
  record Output(Expression value) implements Node {}

  /// A value that gets a name.
  record Assignment(String variable, Expression value) implements Node {}

  /// One of two bodies, by whether a value is one of those that count as true.
  record Choice(Expression condition, List<Node> body, List<Node> otherwise) implements Node {}

  /// A body whose dot is a value, unless that is empty.
  record With(Expression value, List<Node> body, List<Node> otherwise) implements Node {}

  /// A body for each element of a list or a map.
  ///
  /// @param variables the names of the key and the element, of the element alone, or none
  record Repetition(
      List<String> variables, Expression elements, List<Node> body, List<Node> otherwise)
      implements Node {}
}
