package dev.jcompose.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;

/// A piece of YAML that Compose gives no meaning to: what stands under `x-…` keys and in free-form
/// options.
public sealed interface Value {
  /// Text.
  record Text(String value) implements Value {}

  /// A whole number or a decimal one, as written.
  record Decimal(BigDecimal value) implements Value {}

  /// `true` or `false`.
  record Bool(boolean value) implements Value {}

  /// `null`, or nothing after the colon.
  record Null() implements Value {}

  /// A sequence.
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// A mapping, in the order of the file.
  record Fields(SequencedMap<String, Value> values) implements Value {
    public Fields {
      values = Ordered.map(values);
    }
  }
}
