package dev.jcompose.spec.include;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NearestWord;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.yaml.Kinds;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Sequence;
import dev.jcompose.spec.yaml.Node.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One item of `include`.
///
/// @param paths at least one; those after the first are laid over it
/// @param place where it stands
record IncludeEntry(
    List<Text> paths, Optional<Text> projectDirectory, List<Text> envFiles, NodePath place) {
  private static final List<String> KEYS = List.of("path", "project_directory", "env_file");

  IncludeEntry {
    paths = List.copyOf(paths);
    envFiles = List.copyOf(envFiles);
  }

  /// The entries of that value of `include`; what is none of the forms is among the problems.
  static List<IncludeEntry> all(Node include, Problems problems) {
    NodePath place = NodePath.of("include");
    return switch (include) {
      case Sequence(List<Node> items, _) -> {
        List<IncludeEntry> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          one(items.get(i), place.child(i), problems).ifPresent(entries::add);
        }
        yield List.copyOf(entries);
      }
      case Node.Null _ -> List.of();
      default -> {
        problems.add(
            Diagnostic.error(
                "include",
                "`include` is a list, and this is " + Kinds.of(include),
                include.span(),
                place));
        yield List.of();
      }
    };
  }

  private static Optional<IncludeEntry> one(Node item, NodePath place, Problems problems) {
    return switch (item) {
      case Text path ->
          Optional.of(new IncludeEntry(List.of(path), Optional.empty(), List.of(), place));
      case Mapping mapping -> {
        checkKeys(mapping, place, problems);
        List<Text> paths = texts(mapping, "path", place, problems);
        if (mapping.get("path").isEmpty()) {
          problems.add(
              Diagnostic.warning(
                  "include", "nothing is included: `path` is missing", mapping.span(), place));
        }
        if (paths.isEmpty()) {
          yield Optional.empty();
        }
        yield Optional.of(
            new IncludeEntry(
                paths,
                texts(mapping, "project_directory", place, problems).stream().findFirst(),
                texts(mapping, "env_file", place, problems),
                place));
      }
      default -> {
        problems.add(
            Diagnostic.error(
                "include",
                "an included file is a path or a mapping with `path`, and this is "
                    + Kinds.of(item),
                item.span(),
                place));
        yield Optional.empty();
      }
    };
  }

  private static void checkKeys(Mapping mapping, NodePath place, Problems problems) {
    mapping
        .fields()
        .forEach((key, field) -> {
          if (!KEYS.contains(key) && !key.startsWith("x-")) {
            Diagnostic unknown =
                Diagnostic.error(
                    "unknown-key",
                    "`" + key + "` is not known here",
                    field.keySpan(),
                    place.child(key));
            problems.add(NearestWord.hint(key, KEYS).map(unknown::withHint).orElse(unknown));
          }
        });
  }

  /// Text or a list of it.
  private static List<Text> texts(Mapping mapping, String key, NodePath place, Problems problems) {
    Node node = mapping.get(key).orElseGet(() -> new Node.Null(mapping.span()));
    List<Node> items =
        switch (node) {
          case Sequence(List<Node> several, _) -> several;
          case Node.Null _ -> List.of();
          default -> List.of(node);
        };
    List<Text> texts = new ArrayList<>();
    for (Node item : items) {
      if (item instanceof Text text) {
        texts.add(text);
      } else {
        problems.add(
            Diagnostic.error(
                "include",
                "`" + key + "` must be text, and this is " + Kinds.of(item),
                item.span(),
                place.child(key)));
      }
    }
    return texts;
  }
}
