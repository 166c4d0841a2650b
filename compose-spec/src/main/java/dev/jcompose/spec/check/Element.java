package dev.jcompose.spec.check;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A mapping of the document under check: what it says and where it says it.
///
/// @param name its key
/// @param keySpan where the key was typed
record Element(String name, Span keySpan, Node.Mapping node, NodePath path, Problems problems) {

  /// The value of a field, with an empty mapping for one that is none.
  static Element of(String name, Node.Field field, NodePath path, Problems problems) {
    Node.Mapping node =
        field.value() instanceof Node.Mapping given
            ? given
            : new Node.Mapping(Ordered.map(), field.value().span());
    return new Element(name, field.keySpan(), node, path, problems);
  }

  Element child(String key) {
    Node.Field nothing = new Node.Field(node.span(), Edit.empty(node.span()));
    return of(key, node.fields().getOrDefault(key, nothing), path.child(key), problems);
  }

  /// The mappings in the list at `key`.
  List<Element> items(String key) {
    List<Element> items = new ArrayList<>();
    if (node.get(key).orElse(node) instanceof Node.Sequence(List<Node> nodes, var _)) {
      for (int i = 0; i < nodes.size(); i++) {
        Node item = nodes.get(i);
        items.add(of(key, new Node.Field(item.span(), item), path.child(key).child(i), problems));
      }
    }
    return items;
  }

  SequencedMap<String, Node.Field> fields(String key) {
    return Edit.child(node, key).fields();
  }

  boolean has(String key) {
    return Edit.hasValue(node, key);
  }

  Optional<String> text(String key) {
    return Edit.text(node, key);
  }

  boolean isExternal() {
    return Edit.text(node, "external").filter("true"::equalsIgnoreCase).isPresent();
  }

  /// An error about the element as a whole, at its key.
  void error(String code, String message) {
    problems.add(Diagnostic.error(code, message, keySpan, path));
  }

  /// An error about an attribute that is not there; the place is the key of the element.
  void errorMissing(String code, String message, String key) {
    problems.add(Diagnostic.error(code, message, keySpan, path.child(key)));
  }

  /// An error at the value of one of its attributes.
  void errorAt(String code, String message, String key) {
    problems.add(
        Diagnostic.error(code, message, node.get(key).orElse(node).span(), path.child(key)));
  }

  /// An error at the key of one of its attributes.
  void errorAtKey(String code, String message, String key) {
    Span span = node.field(key).map(Node.Field::keySpan).orElse(node.span());
    problems.add(Diagnostic.error(code, message, span, path.child(key)));
  }

  /// A warning at the key of one of its attributes.
  void warningAtKey(String code, String message, String key) {
    Span span = node.field(key).map(Node.Field::keySpan).orElse(node.span());
    problems.add(Diagnostic.warning(code, message, span, path.child(key)));
  }

  /// An error at a place below the element, with a hint perhaps.
  void errorBelow(String code, String message, Span span, NodePath below, Optional<String> hint) {
    Diagnostic error = Diagnostic.error(code, message, span, below);
    problems.add(hint.map(error::withHint).orElse(error));
  }
}
