package dev.jcompose.spec.merge;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Sequence;
import dev.jcompose.spec.yaml.Node.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// Brings the two ways to write an attribute into one, as far as merging needs it.
///
/// What fits none of them is given back as it is: the schema has the words for it.
final class Forms {
  private Forms() {}

  /// Text as a list of one.
  static Node list(Node node) {
    return node instanceof Text text ? new Sequence(List.of(text), text.span()) : node;
  }

  /// A mapping as a sorted list of `KEY=value`; a value that is itself a list gives an item each.
  static Node pairs(Node node) {
    return switch (node) {
      case Mapping mapping -> {
        List<Text> items = new ArrayList<>();
        mapping.fields().forEach((key, field) -> addPairs(items, key, field));
        items.sort((one, other) -> one.value().compareTo(other.value()));
        yield new Sequence(List.copyOf(items), mapping.span());
      }
      default -> list(node);
    };
  }

  private static void addPairs(List<Text> items, String key, Field field) {
    switch (field.value()) {
      case Sequence(List<Node> values, _) ->
          values.forEach(value -> addPairs(items, key, new Field(field.keySpan(), value)));
      case Node.Null _ -> items.add(new Text(key, field.keySpan()));
      case Node.Tagged(Node.Tag tag, Node value, _) -> {
        if (tag == Node.Tag.OVERRIDE) {
          addPairs(items, key, new Field(field.keySpan(), value));
        }
      }
      default -> items.add(new Text(key + "=" + text(field.value()), pairSpan(field)));
    }
  }

  private static Span pairSpan(Field field) {
    Span key = field.keySpan();
    Span value = field.value().span();
    return key.line() == value.line() && key.file().equals(value.file())
        ? new Span(key.file(), key.line(), key.column(), value.endLine(), value.endColumn())
        : key;
  }

  /// The context alone as a whole `build`.
  static Node build(Node node) {
    return node instanceof Text text ? mapping("context", text) : node;
  }

  /// A list of services as a mapping to the condition it implies.
  static Node dependencies(Node node) {
    return keyed(
        node,
        item ->
            mapping("condition", new Text("service_started", item.span()))
                .with(
                    "required", new Field(item.span(), new Node.Bool(true, "true", item.span()))));
  }

  /// A list of names as a mapping to nothing.
  static Node names(Node node) {
    return keyed(node, item -> new Node.Null(item.span()));
  }

  private static Node keyed(Node node, Function<Text, Node> value) {
    if (!(node instanceof Sequence(List<Node> items, Span span))
        || !items.stream().allMatch(Text.class::isInstance)) {
      return node;
    }
    SequencedMap<String, Field> fields = new LinkedHashMap<>();
    for (Node item : items) {
      if (item instanceof Text text) {
        fields.put(text.value(), new Field(text.span(), value.apply(text)));
      }
    }
    return new Mapping(fields, span);
  }

  /// A scalar as docker compose writes it into text.
  static String text(Node node) {
    return switch (node) {
      case Node.Numeral number -> number.text();
      case Node.Bool(boolean value, _, _) -> Boolean.toString(value);
      case Node.Scalar scalar -> scalar.raw();
      default -> "";
    };
  }

  private static Mapping mapping(String key, Node value) {
    SequencedMap<String, Field> fields = new LinkedHashMap<>();
    fields.put(key, new Field(value.span(), value));
    return new Mapping(Ordered.map(fields), value.span());
  }
}
