package dev.jcompose.spec.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a part of the schema says about a value: all these rules hold. Without rules anything goes.
record Shape(List<Rule> rules) {
  Shape {
    rules = List.copyOf(rules);
  }

  /// One keyword of JSON Schema, or some that mean something only together.
  sealed interface Rule {
    /// The value has another shape as well; its identifier, `service.json` or
    /// `common.json#/$defs/flag`.
    record Reference(String id) implements Rule {}

    /// The value is of one of these types, in the words of JSON Schema.
    record Types(Set<String> allowed) implements Rule {
      public Types {
        allowed = Set.copyOf(allowed);
      }
    }

    /// The value is one of these words.
    record Words(Set<String> allowed) implements Rule {
      public Words {
        allowed = Set.copyOf(allowed);
      }
    }

    /// What the values of a mapping look like.
    ///
    /// @param named by their keys
    /// @param patterned by what is found in their keys
    /// @param others whether there may be fields beside these
    record Fields(Map<String, Shape> named, List<Keys> patterned, boolean others) implements Rule {
      public Fields {
        named = Map.copyOf(named);
        patterned = List.copyOf(patterned);
      }
    }

    /// A mapping has these keys.
    record Required(List<String> keys) implements Rule {
      public Required {
        keys = List.copyOf(keys);
      }
    }

    /// What the items of a list look like.
    record Items(Shape shape) implements Rule {}

    /// A list has no item twice.
    record Distinct() implements Rule {}

    /// The pattern is found in a text.
    record Form(Pattern pattern) implements Rule {}

    /// A number is not less.
    record AtLeast(BigDecimal bound) implements Rule {}

    /// A number is not greater.
    record AtMost(BigDecimal bound) implements Rule {}
  }

  /// The shape of the values whose keys the pattern is found in.
  record Keys(Pattern pattern, Shape shape) {}
}
