package dev.jcompose.spec.merge;

import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Takes values under `!reset` out of a document, and the tag off those under `!override`: there is
/// nothing below that they could act on any more.
public final class TagRemover {
  private TagRemover() {}

  /// That document without tags.
  public static Mapping remove(Mapping document) {
    SequencedMap<String, Field> kept = new LinkedHashMap<>();
    document
        .fields()
        .forEach((key, field) -> {
          if (!isReset(field.value())) {
            kept.put(key, new Field(field.keySpan(), untagged(field.value())));
          }
        });
    return new Mapping(kept, document.span());
  }

  private static Node untagged(Node node) {
    return switch (node) {
      case Mapping mapping -> remove(mapping);
      case Sequence(List<Node> items, var span) ->
          new Sequence(
              items.stream().filter(item -> !isReset(item)).map(TagRemover::untagged).toList(),
              span);
      case Node.Tagged(_, Node value, _) -> untagged(value);
      case Node.Scalar _ -> node;
    };
  }

  private static boolean isReset(Node node) {
    return node instanceof Node.Tagged(Node.Tag tag, _, _) && tag == Node.Tag.RESET;
  }
}
