package dev.jcompose.spec.schema;

import dev.jcompose.spec.yaml.Node;

/// Tells that a document is valid, for it starts and works much faster than the library that says
/// what is wrong with one.
///
/// What it accepts is valid; what it does not is to be looked at by {@link NetworkntValidator}.
final class QuickCheck {
  private QuickCheck() {}

  /// Whether the document is valid for certain.
  static boolean accepts(Node.Mapping document) {
    return SchemaShapes.compose(document);
  }
}
