package dev.jcompose.spec.fuzz;

import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a sensible document says that the schema cannot tell, out of `generator/words.yaml`.
final class DocumentWords {
  private final Mapping words =
      SchemaPlace.read(Path.of("src/test/resources/generator/words.yaml")).getFirst();

  /// Scalars for that path; none if any will do.
  List<Node> values(String path) {
    return section("values", path).map(DocumentWords::items).orElse(List.of());
  }

  /// Names for the entries at that path; none if any will do.
  List<String> keys(String path) {
    return section("keys", path).map(DocumentWords::texts).orElse(List.of());
  }

  /// The attributes that must stand at that path.
  List<String> required(String path) {
    return section("required", path).map(DocumentWords::texts).orElse(List.of());
  }

  /// Whether the list at that path has at least one item.
  boolean isNeverEmpty(String path) {
    return texts(words.get("filled").orElseThrow()).stream().anyMatch(path::endsWith);
  }

  /// Groups of attributes of which one may stand at that path.
  List<List<String>> exclusive(String path) {
    return section("exclusive", path).map(DocumentWords::items).orElse(List.of()).stream()
        .map(DocumentWords::texts)
        .toList();
  }

  /// The attribute that excludes others at that path, and those that it does not exclude.
  List<String> alone(String path) {
    return section("alone", path).map(DocumentWords::texts).orElse(List.of());
  }

  /// What is said of the longest end of the path of which something is.
  private Optional<Node> section(String section, String path) {
    Mapping entries = (Mapping) words.get(section).orElseThrow();
    String end = path;
    while (entries.get(end).isEmpty() && end.contains(".")) {
      end = end.substring(end.indexOf('.') + 1);
    }
    return entries.get(end);
  }

  private static List<Node> items(Node node) {
    return ((Node.Sequence) node).items();
  }

  private static List<String> texts(Node node) {
    return items(node).stream().map(item -> ((Node.Scalar) item).raw()).toList();
  }
}
