package dev.jcompose.spec.schema;

import dev.jcompose.spec.yaml.Node;
import java.util.List;

/// Finds where a document breaks the schema. Implementations can be used by several threads.
interface SchemaValidator {
  /// All breaches, in no order that matters; empty when the document is valid.
  List<Breach> check(Node.Mapping document);
}
