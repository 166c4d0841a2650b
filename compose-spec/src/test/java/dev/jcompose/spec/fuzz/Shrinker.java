package dev.jcompose.spec.fuzz;

import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// Takes away from a document what is not needed to make it fail.
public final class Shrinker {
  private final Predicate<Mapping> fails;

  public Shrinker(Predicate<Mapping> fails) {
    this.fails = fails;
  }

  /// The smallest document on the way that still fails.
  public Mapping shrink(Mapping document) {
    for (Node smaller : smaller(document)) {
      if (smaller instanceof Mapping tried && fails.test(tried)) {
        return shrink(tried);
      }
    }
    return document;
  }

  /// The value without one of its parts, larger parts first.
  private static List<Node> smaller(Node node) {
    List<Node> smaller = new ArrayList<>();
    switch (node) {
      case Mapping mapping -> {
        mapping.fields().keySet().forEach(key -> smaller.add(mapping.without(key)));
        mapping
            .fields()
            .forEach((key, field) ->
                smaller(field.value())
                    .forEach(value -> smaller.add(replaced(mapping, key, value))));
      }
      case Node.Sequence(List<Node> items, var span) -> {
        for (int i = 0; i < items.size(); i++) {
          List<Node> fewer = new ArrayList<>(items);
          Node item = fewer.remove(i);
          smaller.add(new Node.Sequence(fewer, span));
          for (Node value : smaller(item)) {
            List<Node> changed = new ArrayList<>(items);
            changed.set(i, value);
            smaller.add(new Node.Sequence(changed, span));
          }
        }
      }
      case Node.Tagged _, Node.Scalar _ -> {}
    }
    return smaller;
  }

  private static Mapping replaced(Mapping mapping, String key, Node value) {
    SequencedMap<String, Field> fields = new LinkedHashMap<>(mapping.fields());
    fields.computeIfPresent(key, (_, field) -> new Field(field.keySpan(), value));
    return new Mapping(fields, mapping.span());
  }
}
