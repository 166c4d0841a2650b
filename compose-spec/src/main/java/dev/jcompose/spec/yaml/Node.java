package dev.jcompose.spec.yaml;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A value in a Compose file that still knows where it was typed.
///
/// Nodes are immutable: each step of loading takes a tree and gives a tree, and a node that a step
/// makes out of another keeps the other's span.
public sealed interface Node {
  /// Where the user typed it.
  Span span();

  /// A value that holds no others.
  sealed interface Scalar extends Node {
    /// The value as text, in the words of the file.
    String raw();
  }

  /// Text, quoted or plain.
  record Text(String value, Span span) implements Scalar {
    @Override
    public String raw() {
      return value;
    }
  }

  /// A whole or decimal number; `raw` is how it was written (`0777`, `1e3`, `080`).
  ///
  /// @param value its scale is 0 exactly if a whole number is meant: `6.0` has the scale 1
  record Decimal(BigDecimal value, String raw, Span span) implements Scalar {
    /// Whether it is a whole number: `6` is one, `6.0` is not.
    public boolean isWhole() {
      return value.scale() == 0;
    }

    /// As docker compose writes it where text is wanted: `0777` becomes `511`, `1.50` becomes
    /// `1.5`, `100000000.0` becomes `1e+08`.
    public String text() {
      return isWhole() ? value.toPlainString() : FloatText.of(value.doubleValue());
    }
  }

  /// `true` or `false`.
  record Bool(boolean value, String raw, Span span) implements Scalar {}

  /// `null`, `~`, or nothing after the colon.
  record Null(Span span) implements Scalar {
    @Override
    public String raw() {
      return "";
    }
  }

  /// A sequence.
  record Sequence(List<Node> items, Span span) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// A mapping with text keys, in the order of the file.
  record Mapping(SequencedMap<String, Field> fields, Span span) implements Node {
    public Mapping {
      fields = Ordered.map(fields);
    }

    /// The value of that key.
    public Optional<Node> get(String key) {
      return field(key).map(Field::value);
    }

    /// That key and its value.
    public Optional<Field> field(String key) {
      return Optional.ofNullable(fields.get(key));
    }

    /// This mapping with one field added at the end or replaced in its place.
    public Mapping with(String key, Field field) {
      SequencedMap<String, Field> changed = new LinkedHashMap<>(fields);
      changed.put(key, field);
      return new Mapping(changed, span);
    }

    /// This mapping without that key.
    public Mapping without(String key) {
      SequencedMap<String, Field> changed = new LinkedHashMap<>(fields);
      changed.remove(key);
      return new Mapping(changed, span);
    }
  }

  /// The value of a key, and where the key itself was typed.
  record Field(Span keySpan, Node value) {}

  /// A value under `!reset` or `!override`; gone once files are merged.
  record Tagged(Tag tag, Node value, Span span) implements Node {}

  /// What a tagged value does to the one below it.
  enum Tag {
    /// Takes away what was there.
    RESET,
    /// Stands in its place, without merging.
    OVERRIDE
  }
}
