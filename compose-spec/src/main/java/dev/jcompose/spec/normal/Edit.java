package dev.jcompose.spec.normal;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Small changes to documents. What is added has the span of what implies it.
public final class Edit {
  private Edit() {}

  /// The document with each value of the mapping at `key` changed; the function is given its key.
  public static Node.Mapping each(
      Node.Mapping document, String key, BiFunction<String, Node, Node> change) {
    if (!(document.get(key).orElse(document) instanceof Node.Mapping given)
        || document.get(key).isEmpty()) {
      return document;
    }
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>(given.fields());
    fields.replaceAll(
        (name, field) -> new Node.Field(field.keySpan(), change.apply(name, field.value())));
    return replaced(document, key, new Node.Mapping(fields, given.span()));
  }

  /// The document with each service that is a mapping changed.
  public static Node.Mapping eachService(
      Node.Mapping document, UnaryOperator<Node.Mapping> change) {
    return each(
        document,
        "services",
        (_, service) -> service instanceof Node.Mapping given ? change.apply(given) : service);
  }

  /// The mapping with the value at `key` changed if it is there and a mapping.
  public static Node.Mapping mapping(
      Node.Mapping mapping, String key, UnaryOperator<Node.Mapping> change) {
    return mapping.get(key).orElse(mapping) instanceof Node.Mapping given
            && mapping.get(key).isPresent()
        ? replaced(mapping, key, change.apply(given))
        : mapping;
  }

  /// The mapping with each item of the list at `key` changed that is a mapping.
  public static Node.Mapping items(
      Node.Mapping mapping, String key, UnaryOperator<Node.Mapping> change) {
    if (!(mapping.get(key).orElse(mapping) instanceof Node.Sequence(List<Node> items, var span))) {
      return mapping;
    }
    List<Node> changed = new ArrayList<>();
    for (Node item : items) {
      changed.add(item instanceof Node.Mapping given ? change.apply(given) : item);
    }
    return replaced(mapping, key, new Node.Sequence(changed, span));
  }

  /// The mapping with another value in the place of that key's, or added at the end.
  public static Node.Mapping replaced(Node.Mapping mapping, String key, Node value) {
    Node.Field old = mapping.fields().get(key);
    return mapping.with(key, new Node.Field(old == null ? value.span() : old.keySpan(), value));
  }

  /// The mapping with text for a key that is missing or null.
  public static Node.Mapping defaultText(Node.Mapping mapping, String key, String text) {
    return hasValue(mapping, key)
        ? mapping
        : replaced(mapping, key, new Node.Text(text, mapping.span()));
  }

  /// Whether the key is there and its value not null.
  public static boolean hasValue(Node.Mapping mapping, String key) {
    return mapping.get(key).filter(value -> !(value instanceof Node.Null)).isPresent();
  }

  /// The scalar at `key` as text, if it says anything.
  public static Optional<String> text(Node.Mapping mapping, String key) {
    return mapping.get(key).orElse(mapping) instanceof Node.Scalar scalar && !scalar.raw().isEmpty()
        ? Optional.of(scalar.raw())
        : Optional.empty();
  }

  /// The scalars of the list at `key`.
  public static List<Node.Scalar> scalars(Node.Mapping mapping, String key) {
    return mapping.get(key).orElse(mapping) instanceof Node.Sequence(List<Node> items, var _)
        ? items.stream().filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast).toList()
        : List.of();
  }

  /// The mapping at `key`; an empty one where there is none.
  public static Node.Mapping child(Node.Mapping mapping, String key) {
    return mapping.get(key).orElse(mapping) instanceof Node.Mapping given
            && mapping.get(key).isPresent()
        ? given
        : empty(mapping.span());
  }

  /// A mapping without fields.
  public static Node.Mapping empty(Span span) {
    return new Node.Mapping(Ordered.map(), span);
  }
}
