package dev.jcompose.spec.schema;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.NodePath.Segment;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import java.util.List;

/// A value of a document and where its key was typed; for an item of a list that is the item's own
/// place.
record Place(Span keySpan, Node value) {

  /// What stands at `path`, or as near above it as there is something.
  static Place find(Node.Mapping document, NodePath path) {
    Place place = new Place(document.span(), document);
    for (Segment segment : path.segments()) {
      place = place.below(segment);
    }
    return place;
  }

  private Place below(Segment segment) {
    return switch (segment) {
      case Segment.Key(String name) -> {
        Node.Field field =
            value instanceof Node.Mapping mapping ? mapping.fields().get(name) : null;
        yield field == null ? this : new Place(field.keySpan(), field.value());
      }
      case Segment.Index(int index) ->
          value instanceof Node.Sequence(List<Node> items, var _) && index < items.size()
              ? new Place(items.get(index).span(), items.get(index))
              : this;
    };
  }
}
