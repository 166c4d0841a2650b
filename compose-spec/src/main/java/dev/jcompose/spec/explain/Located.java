package dev.jcompose.spec.explain;

import dev.jcompose.model.Value;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Optional;

/// The node of the document that a printed value was made of. Printed values are canonical, so that
/// one node may stand for many of them.
///
/// @param made how the value came to be
record Located(Node node, Made made) {
  /// How a value came to be.
  enum Made {
    /// Of the node itself.
    OF_NODE,
    /// Of an item `KEY=VALUE` of a list.
    OF_PAIR,
    /// Out of nothing: the node is what it was added to.
    ADDED
  }

  static Located of(Node node) {
    return new Located(untagged(node), Made.OF_NODE);
  }

  Span span() {
    return node.span();
  }

  /// The value of that key.
  Located key(String key) {
    return switch (node) {
      case Node.Mapping mapping ->
          mapping.get(key).map(Located::of).orElseGet(() -> new Located(node, Made.ADDED));
      case Node.Sequence(List<Node> items, var _) ->
          items.stream()
              .filter(item -> text(item).equals(key) || text(item).startsWith(key + "="))
              .reduce((_, last) -> last)
              .map(item -> new Located(item, Made.OF_PAIR))
              .orElseGet(() -> new Located(node, Made.ADDED));
      case Node.Scalar _, Node.Tagged _ -> this;
    };
  }

  /// The item of that index; lists may be printed in another order than they are written.
  Located item(int index, Value value, int size) {
    return switch (node) {
      case Node.Sequence(List<Node> items, var _) -> {
        Optional<Node> same =
            value instanceof Value.Text(String text)
                ? items.stream().filter(item -> text(item).equals(text)).findFirst()
                : Optional.empty();
        yield same.or(() -> items.size() == size ? Optional.of(items.get(index)) : Optional.empty())
            .map(Located::of)
            .orElse(this);
      }
      case Node.Mapping mapping when value instanceof Value.Text(String text) ->
          mapping
              .get(text.substring(0, Math.max(0, text.indexOf('='))))
              .or(() -> mapping.get(text))
              .map(Located::of)
              .orElse(this);
      case Node.Mapping _, Node.Scalar _, Node.Tagged _ -> this;
    };
  }

  private static Node untagged(Node node) {
    return node instanceof Node.Tagged(_, Node value, _) ? value : node;
  }

  private static String text(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.raw() : "";
  }
}
