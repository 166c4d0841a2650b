package dev.jcompose.spec.yaml;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.Span;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// Makes nodes of scalars, their tags and quotes considered.
final class Scalars {
  private static final String YAML = "tag:yaml.org,2002:";

  private Scalars() {}

  static Node node(ScalarEvent event, Span span, Problems problems) {
    if (event.isDQuoted() && event.getValue().codePoints().anyMatch(Scalars::isNoCharacter)) {
      problems.add(
          Diagnostic.error(
              "yaml-syntax",
              "a value holds U+0000 or half of a surrogate pair, which no program can take",
              span,
              NodePath.ROOT));
      return new Node.Text("", span);
    }
    String tag = event.getTag().orElse("");
    Node untagged =
        event.isPlain()
            ? PlainScalars.resolve(event.getValue(), span)
            : new Node.Text(event.getValue(), span);
    if (tag.startsWith(YAML)) {
      return typed(tag.substring(YAML.length()), event.getValue(), span, problems);
    }
    return switch (tag) {
      case "" -> untagged;
      case "!reset", "!override" -> Tags.wrap(event.getTag(), untagged);
      default -> new Node.Text(event.getValue(), span);
    };
  }

  private static boolean isNoCharacter(int point) {
    return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private static Node typed(String type, String value, Span span, Problems problems) {
    Node resolved = PlainScalars.resolve(value, span);
    boolean fits =
        switch (type) {
          case "int" -> resolved instanceof Node.Whole;
          case "float" -> resolved instanceof Node.Numeral;
          case "bool" -> resolved instanceof Node.Bool;
          case "null" -> resolved instanceof Node.Null;
          case "binary" -> {
            Optional<String> decoded = decoded(value);
            resolved = new Node.Text(decoded.orElse(value), span);
            yield decoded.isPresent();
          }
          default -> {
            resolved = new Node.Text(value, span);
            yield true;
          }
        };
    if (!fits) {
      problems.add(
          Diagnostic.error(
              "yaml-tag",
              "\"" + value + "\" is not of the type `!!" + type + "`",
              span,
              NodePath.ROOT));
    }
    return resolved;
  }

  private static Optional<String> decoded(String value) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(value);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
