package dev.jcompose.spec.bind;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads what may be written as `KEY: VALUE` or as a list of `KEY=VALUE`.
final class PairsReader {
  private PairsReader() {}

  /// The pairs, sorted by key; of two with the same key the last counts.
  static SequencedMap<String, Optional<String>> read(Node node, NodePath path, Problems problems) {
    TreeMap<String, Optional<String>> pairs = new TreeMap<>();
    switch (node) {
      case Node.Mapping mapping ->
          mapping
              .fields()
              .forEach(
                  (key, field) -> pairs.put(key, value(field.value(), path.child(key), problems)));
      case Node.Sequence(List<Node> items, var _) -> {
        for (int i = 0; i < items.size(); i++) {
          new ScalarReader(path.child(i), problems)
              .text(items.get(i))
              .ifPresent(text -> put(pairs, text));
        }
      }
      case Node.Scalar scalar ->
          new ScalarReader(path, problems).text(scalar).ifPresent(text -> put(pairs, text));
      case Node.Tagged tagged -> pairs.putAll(read(tagged.value(), path, problems));
    }
    return new LinkedHashMap<>(pairs);
  }

  private static Optional<String> value(Node node, NodePath path, Problems problems) {
    return node instanceof Node.Null
        ? Optional.empty()
        : new ScalarReader(path, problems).text(node);
  }

  private static void put(SortedMap<String, Optional<String>> pairs, String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      pairs.put(text, Optional.empty());
    } else {
      pairs.put(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
    }
  }
}
