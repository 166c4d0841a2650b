package dev.jcompose.spec.check;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.yaml.Node;
import java.util.function.Consumer;

/// The elements of one kind in a document.
final class Elements {
  private Elements() {}

  /// Hands each of them to `check`, in the order of the document.
  static void each(Node.Mapping document, String kind, Problems problems, Consumer<Element> check) {
    Edit.child(document, kind)
        .fields()
        .forEach((name, field) ->
            check.accept(Element.of(name, field, NodePath.of(kind, name), problems)));
  }
}
