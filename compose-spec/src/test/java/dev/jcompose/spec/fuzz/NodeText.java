package dev.jcompose.spec.fuzz;

import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Documents as YAML in one line, which is JSON as long as there are no tags.
public final class NodeText {
  private NodeText() {}

  /// The document; numbers as they were written.
  public static String of(Node node) {
    return switch (node) {
      case Node.Text(String value, _) -> quoted(value);
      case Node.Scalar scalar -> scalar.raw().isEmpty() ? "null" : scalar.raw();
      case Node.Sequence(List<Node> items, _) ->
          items.stream().map(NodeText::of).collect(Collectors.joining(", ", "[", "]"));
      case Node.Mapping mapping ->
          mapping.fields().entrySet().stream()
              .map(field -> quoted(field.getKey()) + ": " + of(field.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Node.Tagged(Node.Tag tag, Node value, _) ->
          "!" + tag.name().toLowerCase(Locale.ROOT) + " " + of(value);
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
