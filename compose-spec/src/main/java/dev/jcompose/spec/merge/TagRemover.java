package dev.jcompose.spec.merge;

import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Sequence;
import java.util.List;
import java.util.Map;

/// Takes values under `!reset` out of a document, and the tag off those under `!override`: there is
/// nothing below that they could act on any more.
public final class TagRemover {
  private TagRemover() {}

  /// That document without tags.
  public static Mapping remove(Mapping document) {
    Mapping untagged = document.replacing((_, value) -> isReset(value) ? value : untagged(value));
    for (Map.Entry<String, Field> field : document.fields().entrySet()) {
      if (isReset(field.getValue().value())) {
        untagged = untagged.without(field.getKey());
      }
    }
    return untagged;
  }

  private static Node untagged(Node node) {
    return switch (node) {
      case Mapping mapping -> remove(mapping);
      case Sequence sequence -> remove(sequence);
      case Node.Tagged(_, Node value, _) -> untagged(value);
      case Node.Scalar _ -> node;
    };
  }

  private static Sequence remove(Sequence sequence) {
    for (Node item : sequence.items()) {
      if (isReset(item)) {
        List<Node> kept = sequence.items().stream().filter(each -> !isReset(each)).toList();
        return remove(new Sequence(kept, sequence.span()));
      }
    }
    return sequence.replacing((_, item) -> untagged(item));
  }

  private static boolean isReset(Node node) {
    return node instanceof Node.Tagged(Node.Tag tag, _, _) && tag == Node.Tag.RESET;
  }
}
