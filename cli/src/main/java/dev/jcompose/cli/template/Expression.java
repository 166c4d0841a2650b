package dev.jcompose.cli.template;

import java.util.List;

/// What gives a value.
sealed interface Expression {
  /// What is looked at.
  record Dot() implements Expression {}

  /// A value with a name; the empty name means what the template was given.
  record Variable(String name) implements Expression {}

  /// A value that stands in the template.
  record Literal(Object value) implements Expression {}

  /// A field of a value. A field may want arguments, as methods do.
  record Field(Expression of, String name, List<Expression> arguments) implements Expression {}

  /// A function of other values.
  record Call(String function, List<Expression> arguments) implements Expression {}
}
