package dev.jcompose.spec.lint;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Optional;

/// The document under check.
///
/// @param document merged and in canonical form; services with profiles count like the others
record Stack(Node.Mapping document, Sources sources) {

  List<Part> services() {
    return elements("services");
  }

  Optional<Part> service(String name) {
    return services().stream().filter(service -> service.key().equals(name)).findFirst();
  }

  /// The elements of the document at that key.
  List<Part> elements(String key) {
    return new Part("", document.span(), document, NodePath.ROOT).child(key).children();
  }

  /// Whether a value stands in a file as it is, and did not come in by a variable.
  boolean isTyped(Word word) {
    return !word.text().isEmpty() && sources.hold(word.span(), word.text());
  }
}
