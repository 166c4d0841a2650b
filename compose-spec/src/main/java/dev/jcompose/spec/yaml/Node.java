package dev.jcompose.spec.yaml;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.scalar.FloatText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;

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

  /// A number.
  sealed interface Numeral extends Scalar {
    /// As docker compose writes it where text is wanted: `0777` becomes `511`, `1.50` becomes
    /// `1.5`, `100000000.0` becomes `1e+08`.
    String text();

    /// Its value, to 53 bits.
    double size();
  }

  /// A whole number; `raw` is how it was written (`0777`, `1_000`).
  record Whole(BigInteger value, String raw, Span span) implements Numeral {
    @Override
    public String text() {
      return value.toString();
    }

    @Override
    public double size() {
      return value.doubleValue();
    }
  }

  /// A decimal number, finite, be its value a whole one; `raw` is how it was written (`6.0`, `1e3`,
  /// `080`).
  record Decimal(double value, String raw, Span span) implements Numeral {
    @Override
    public String text() {
      return FloatText.asText(value);
    }

    @Override
    public double size() {
      return value;
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

    /// This sequence with other items in their places; this very one if all are the same nodes.
    @SuppressWarnings("ReferenceEquality")
    public Sequence replacing(BiFunction<Integer, Node, Node> replacement) {
      List<Node> replaced = items;
      for (int i = 0; i < items.size(); i++) {
        Node item = replacement.apply(i, items.get(i));
        if (item != items.get(i)) {
          replaced = replaced == items ? new ArrayList<>(items) : replaced;
          replaced.set(i, item);
        }
      }
      return replaced == items ? this : new Sequence(replaced, span);
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

    /// This mapping with other values for its keys; this very one if all are the same nodes. Most
    /// steps change few values, and what they leave alone is not copied.
    @SuppressWarnings("ReferenceEquality")
    public Mapping replacing(BiFunction<String, Node, Node> replacement) {
      SequencedMap<String, Field> replaced = fields;
      for (Map.Entry<String, Field> entry : fields.entrySet()) {
        Field field = entry.getValue();
        Node value = replacement.apply(entry.getKey(), field.value());
        if (value != field.value()) {
          replaced = replaced == fields ? new LinkedHashMap<>(fields) : replaced;
          replaced.put(entry.getKey(), new Field(field.keySpan(), value));
        }
      }
      return replaced == fields ? this : new Mapping(replaced, span);
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
