package dev.jcompose.spec.interpolate;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.scalar.NumberText;
import dev.jcompose.spec.yaml.Node;
import java.util.Locale;

/// What text becomes at a place where the schema wants something else.
enum Cast {
  WHOLE {
    @Override
    Node apply(Node.Text text, NodePath path, Problems problems) {
      return NumberText.whole(text.value())
          .filter(number -> number.bitLength() < Long.SIZE)
          .<Node>map(number -> new Node.Whole(number, text.value(), text.span()))
          .orElseGet(() -> reject(text, "a whole number", path, problems));
    }
  },
  DECIMAL {
    @Override
    Node apply(Node.Text text, NodePath path, Problems problems) {
      return NumberText.decimal(text.value())
          .<Node>map(number -> new Node.Decimal(number, text.value(), text.span()))
          .orElseGet(() -> reject(text, "a number", path, problems));
    }
  },
  TRUTH {
    @Override
    Node apply(Node.Text text, NodePath path, Problems problems) {
      return switch (text.value().toLowerCase(Locale.ROOT)) {
        case "true" -> new Node.Bool(true, text.value(), text.span());
        case "false" -> new Node.Bool(false, text.value(), text.span());
        case "y", "yes", "on" -> oldWord(text, true, path, problems);
        case "n", "no", "off" -> oldWord(text, false, path, problems);
        default -> reject(text, "`true` or `false`", path, problems);
      };
    }
  };

  /// The value that is meant; the text itself, and a problem, if it cannot be one.
  abstract Node apply(Node.Text text, NodePath path, Problems problems);

  private static Node reject(Node.Text text, String wanted, NodePath path, Problems problems) {
    problems.add(
        Diagnostic.error(
            "wrong-type", "\"" + text.value() + "\" is not " + wanted, text.span(), path));
    return text;
  }

  private static Node oldWord(Node.Text text, boolean value, NodePath path, Problems problems) {
    problems.add(
        Diagnostic.warning(
                "old-truth-value",
                "\"" + text.value() + "\" is no truth value since YAML 1.2",
                text.span(),
                path)
            .withHint("Write `" + value + "`."));
    return new Node.Bool(value, text.value(), text.span());
  }
}
