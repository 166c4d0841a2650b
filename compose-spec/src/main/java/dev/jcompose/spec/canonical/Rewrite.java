package dev.jcompose.spec.canonical;

import dev.jcompose.spec.yaml.Node;

/// Writes one value in its long form.
@FunctionalInterface
interface Rewrite {
  /// The long form of `value`; the value itself if it has it already or cannot have it, and then
  /// the place knows why.
  Node apply(Node value, Place place);

  /// The same for a value that may still be under `!override`, as those of a file that services are
  /// extended from; one under `!reset` does not matter.
  default Node underTag(Node node, Place at) {
    return switch (node) {
      case Node.Tagged(Node.Tag tag, Node value, var span) when tag == Node.Tag.OVERRIDE ->
          new Node.Tagged(tag, apply(value, at), span);
      case Node.Tagged _ -> node;
      default -> apply(node, at);
    };
  }
}
