package dev.jcompose.spec.envfiles;

import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// `KEY: VALUE` or a list of `KEY=VALUE`, as fields.
final class Pairs {
  private Pairs() {}

  /// The pairs at `key`; one without a value is null.
  static SequencedMap<String, Node.Field> of(Node.Mapping mapping, String key) {
    SequencedMap<String, Node.Field> pairs = new LinkedHashMap<>();
    Node node = mapping.get(key).orElse(new Node.Null(mapping.span()));
    if (node instanceof Node.Mapping given) {
      pairs.putAll(given.fields());
    } else if (node instanceof Node.Sequence(List<Node> items, var _)) {
      for (Node item : items) {
        if (item instanceof Node.Scalar scalar) {
          put(pairs, scalar.raw(), item.span());
        }
      }
    }
    return pairs;
  }

  private static void put(SequencedMap<String, Node.Field> pairs, String text, Span span) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      pairs.put(text, new Node.Field(span, new Node.Null(span)));
    } else {
      Node value = new Node.Text(text.substring(equals + 1), span);
      pairs.put(text.substring(0, equals), new Node.Field(span, value));
    }
  }

  /// The value, if there is one.
  static Optional<String> text(Node.@Nullable Field field) {
    if (field == null) {
      return Optional.empty();
    }
    return switch (field.value()) {
      case Node.Numeral number -> Optional.of(number.text());
      case Node.Text(String text, var _) -> Optional.of(text);
      case Node.Bool(boolean flag, var _, var _) -> Optional.of(Boolean.toString(flag));
      case Node.Null _, Node.Sequence _, Node.Mapping _, Node.Tagged _ -> Optional.empty();
    };
  }
}
