package dev.jcompose.spec.schema;

import dev.jcompose.spec.diagnostic.NodePath;
import java.util.List;

/// One place where a document breaks the schema.
///
/// @param path the value at fault; for an unknown or a missing key the mapping
/// @param rule what it breaks
record Breach(NodePath path, Rule rule) {

  /// The kinds of rule that our schema has.
  sealed interface Rule {
    /// The value is of none of these types.
    record Type(List<String> allowed) implements Rule {
      public Type {
        allowed = List.copyOf(allowed);
      }
    }

    /// The mapping has a key that is none of these.
    record UnknownKey(String key, List<String> known) implements Rule {
      public UnknownKey {
        known = List.copyOf(known);
      }
    }

    /// The key of a mapping with keys of the user's has a form it may not have.
    record BadKey(String key) implements Rule {}

    /// The mapping lacks a key.
    record MissingKey(String key) implements Rule {}

    /// The value is none of these words.
    record Word(List<String> allowed) implements Rule {
      public Word {
        allowed = List.copyOf(allowed);
      }
    }

    /// The text has not the form that is told in words.
    record Form(String description) implements Rule {}

    /// The number lies outside a bound.
    record Bound(String description) implements Rule {}

    /// The list has the same item twice; indexes from 0.
    record Repetition(int first, int second) implements Rule {}
  }
}
