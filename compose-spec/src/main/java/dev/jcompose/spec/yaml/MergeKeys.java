package dev.jcompose.spec.yaml;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import java.util.List;
import java.util.SequencedMap;

/// Puts the fields named by `<<` into a mapping; what is there already stays, earlier sources win.
final class MergeKeys {
  private MergeKeys() {}

  static void apply(
      List<Node> sources,
      SequencedMap<String, Node.Field> fields,
      NodePath path,
      Problems problems) {
    if (sources.size() > 1) {
      problems.add(
          Diagnostic.error(
                  "duplicate-key",
                  "the merge key `<<` stands here twice",
                  sources.get(1).span(),
                  path)
              .withHint("Merge several anchors with a list: `<<: [*first, *second]`."));
    }
    for (Node source : sources) {
      switch (source) {
        case Node.Mapping mapping -> mapping.fields().forEach(fields::putIfAbsent);
        case Node.Sequence(List<Node> items, _) ->
            items.forEach(item -> applyItem(item, fields, path, problems));
        default -> reject(source, path, problems);
      }
    }
  }

  private static void applyItem(
      Node item, SequencedMap<String, Node.Field> fields, NodePath path, Problems problems) {
    if (item instanceof Node.Mapping mapping) {
      mapping.fields().forEach(fields::putIfAbsent);
    } else {
      reject(item, path, problems);
    }
  }

  private static void reject(Node source, NodePath path, Problems problems) {
    problems.add(
        Diagnostic.error(
            "merge-key",
            "`<<` takes a mapping or a list of mappings, and this is " + Kinds.of(source),
            source.span(),
            path));
  }
}
