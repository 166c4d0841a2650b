package dev.jcompose.spec.explain;

import dev.jcompose.model.Orders;
import dev.jcompose.model.Value;
import dev.jcompose.spec.diagnostic.NearestWord;
import dev.jcompose.spec.diagnostic.NodePath;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// Finds the place that a text like `services.web.ports[0]` means. Keys may hold dots: what is
/// there decides; a key in double quotes is taken as it stands.
final class PathSearch {
  private Answer.Unknown deepest = new Answer.Unknown(NodePath.ROOT, "", Optional.empty());

  /// The path, if it is there.
  Optional<NodePath> find(Value root, String text) {
    return find(root, text, NodePath.ROOT);
  }

  /// Where the search came to its end.
  Answer.Unknown deepest() {
    return deepest;
  }

  private Optional<NodePath> find(Value value, String rest, NodePath path) {
    if (rest.isEmpty()) {
      return Optional.of(path);
    }
    return switch (value) {
      case Value.Fields(SequencedMap<String, Value> fields) -> key(fields, rest, path);
      case Value.Items(List<Value> items) -> item(items, rest, path);
      case Value.Scalar _ -> missing(rest, path, List.of());
    };
  }

  private Optional<NodePath> key(SequencedMap<String, Value> fields, String given, NodePath path) {
    String rest = given.startsWith(".") && !path.segments().isEmpty() ? given.substring(1) : given;
    Optional<NodePath> found =
        fields.keySet().stream()
            .sorted(Collections.reverseOrder(Orders.by(String::length)))
            .flatMap(
                key -> after(rest, key).flatMap(tail -> child(fields, key, tail, path)).stream())
            .findFirst();
    return found.isPresent() ? found : missing(rest, path, List.copyOf(fields.keySet()));
  }

  private Optional<NodePath> child(
      SequencedMap<String, Value> fields, String key, String tail, NodePath path) {
    Value value = fields.get(key);
    return value == null ? Optional.empty() : find(value, tail, path.child(key));
  }

  /// What follows that key, if the text begins with it.
  private static Optional<String> after(String text, String key) {
    String quoted = "\"" + key + "\"";
    String start = text.startsWith(quoted) ? quoted : key;
    if (!text.startsWith(start)) {
      return Optional.empty();
    }
    String tail = text.substring(start.length());
    return tail.isEmpty() || tail.startsWith(".") || tail.startsWith("[")
        ? Optional.of(tail)
        : Optional.empty();
  }

  private Optional<NodePath> item(List<Value> items, String rest, NodePath path) {
    Optional<NodePath> found =
        IntStream.range(0, items.size())
            .boxed()
            .filter(index -> rest.startsWith("[" + index + "]"))
            .findFirst()
            .flatMap(index ->
                find(
                    items.get(index),
                    rest.substring(("[" + index + "]").length()),
                    path.child(index)));
    return found.isPresent() ? found : missing(rest, path, List.of());
  }

  private Optional<NodePath> missing(String rest, NodePath path, List<String> known) {
    if (deepest.word().isEmpty() || path.segments().size() > deepest.known().segments().size()) {
      String word = rest.replaceFirst("(?<=[^.])[.\\[].*", "").replaceFirst("^\\.", "");
      deepest = new Answer.Unknown(path, word, NearestWord.of(word, known));
    }
    return Optional.empty();
  }
}
