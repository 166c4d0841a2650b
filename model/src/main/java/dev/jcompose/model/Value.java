package dev.jcompose.model;

import java.math.BigInteger;
import java.util.List;
import java.util.SequencedMap;

/// A piece of YAML that Compose gives no meaning to: what stands under `x-…` keys and in free-form
/// options.
public sealed interface Value {
  /// A value that holds no others.
  sealed interface Scalar extends Value {}

  /// Text.
  record Text(String value) implements Scalar {}

  /// A whole number.
  record Whole(BigInteger value) implements Scalar {}

  /// A number that is written as a decimal one, be it whole: `6.0`, `1e3`.
  record Decimal(double value) implements Scalar {}

  /// `true` or `false`.
  record Bool(boolean value) implements Scalar {}

  /// `null`, or nothing after the colon.
  record Null() implements Scalar {}

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
