package dev.jcompose.spec.yaml;

import java.util.Optional;

/// The tags that mean something to Compose; others are passed over, as docker compose does.
final class Tags {
  private Tags() {}

  static Node wrap(Optional<String> tag, Node node) {
    return switch (tag.orElse("")) {
      case "!reset" -> new Node.Tagged(Node.Tag.RESET, node, node.span());
      case "!override" -> new Node.Tagged(Node.Tag.OVERRIDE, node, node.span());
      default -> node;
    };
  }
}
