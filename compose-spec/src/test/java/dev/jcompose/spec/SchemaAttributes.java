package dev.jcompose.spec;

import dev.jcompose.spec.fuzz.SchemaPlace;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The attributes that the schema knows, each as the path to it: `services.*.build.context`. Names
/// that users choose are `*`, items `[]`.
final class SchemaAttributes {
  private SchemaAttributes() {}

  /// All that there are.
  static Set<String> known() {
    Set<String> known = new TreeSet<>();
    collect(SchemaPlace.root(), "", known);
    return known;
  }

  /// Those of them that stand in that document.
  static Set<String> in(Node document) {
    Set<String> used = new TreeSet<>();
    visit(SchemaPlace.root(), document, "", used);
    return used;
  }

  private static void collect(SchemaPlace place, String path, Set<String> known) {
    place
        .below("properties")
        .forEach((name, below) -> {
          known.add(path + name);
          collect(below, path + name + ".", known);
        });
    place.below("patternProperties").forEach((_, below) -> collect(below, path + "*.", known));
    place.items().ifPresent(items -> collect(items, path + "[].", known));
  }

  private static void visit(SchemaPlace place, Node node, String path, Set<String> used) {
    switch (node) {
      case Mapping mapping ->
          mapping.fields().forEach((key, field) -> visit(place, key, field.value(), path, used));
      case Node.Sequence(List<Node> items, var _) -> {
        Optional<SchemaPlace> below = place.items();
        below.ifPresent(one -> items.forEach(item -> visit(one, item, path + "[].", used)));
      }
      case Node.Tagged(_, Node value, _) -> visit(place, value, path, used);
      case Node.Scalar _ -> {}
    }
  }

  private static void visit(
      SchemaPlace place, String key, Node value, String path, Set<String> used) {
    SchemaPlace named = place.below("properties").get(key);
    if (named != null) {
      used.add(path + key);
      visit(named, value, path + key + ".", used);
      return;
    }
    place
        .below("patternProperties")
        .forEach((pattern, below) -> {
          if (Pattern.compile(pattern).matcher(key).find()) {
            visit(below, value, path + "*.", used);
          }
        });
  }
}
