package dev.jcompose.spec.lint;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A mapping of the document.
///
/// @param key the key it stands at
/// @param keySpan where that key was typed
record Part(String key, Span keySpan, Node.Mapping node, NodePath path) {

  boolean has(String attribute) {
    return Edit.hasValue(node, attribute);
  }

  Optional<String> text(String attribute) {
    return Edit.text(node, attribute);
  }

  boolean isTrue(String attribute) {
    return text(attribute).filter("true"::equalsIgnoreCase).isPresent();
  }

  /// The mapping at that key, an empty one if there is none.
  Part child(String attribute) {
    Span span = node.field(attribute).map(Node.Field::keySpan).orElse(keySpan);
    return new Part(attribute, span, Edit.child(node, attribute), path.child(attribute));
  }

  /// The fields of this mapping, with an empty mapping for a value that is none.
  List<Part> children() {
    List<Part> children = new ArrayList<>();
    node.fields()
        .forEach((name, field) ->
            children.add(
                new Part(name, field.keySpan(), mapping(field.value()), path.child(name))));
    return children;
  }

  /// The mappings in the list at that key.
  List<Part> parts(String attribute) {
    List<Part> parts = new ArrayList<>();
    List<Node> items = items(attribute);
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      parts.add(new Part(attribute, item.span(), mapping(item), path.child(attribute).child(i)));
    }
    return parts;
  }

  /// The texts in the list at that key; a single text counts as a list of one.
  List<Word> words(String attribute) {
    List<Word> words = new ArrayList<>();
    List<Node> items = items(attribute);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Node.Scalar scalar) {
        words.add(new Word("", scalar.raw(), scalar.span(), path.child(attribute).child(i)));
      }
    }
    if (node.get(attribute).orElse(node) instanceof Node.Scalar scalar) {
      words.add(new Word("", scalar.raw(), scalar.span(), path.child(attribute)));
    }
    return words;
  }

  /// What is at that key as names with values, written `NAME: VALUE` or `NAME=VALUE`.
  List<Word> pairs(String attribute) {
    List<Word> pairs = new ArrayList<>();
    for (Word word : words(attribute)) {
      int equals = word.text().indexOf('=');
      if (equals > 0) {
        String name = word.text().substring(0, equals);
        pairs.add(new Word(name, word.text().substring(equals + 1), word.span(), word.path()));
      }
    }
    Edit.child(node, attribute)
        .fields()
        .forEach((name, field) -> {
          if (field.value() instanceof Node.Scalar scalar) {
            pairs.add(
                new Word(name, scalar.raw(), scalar.span(), path.child(attribute).child(name)));
          }
        });
    return pairs;
  }

  private List<Node> items(String attribute) {
    return node.get(attribute).orElse(node) instanceof Node.Sequence(List<Node> items, var _)
        ? items
        : List.of();
  }

  private static Node.Mapping mapping(Node value) {
    return value instanceof Node.Mapping given ? given : Edit.empty(value.span());
  }
}
