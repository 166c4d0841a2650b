package dev.jcompose.spec.interpolate;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.scalar.NumberText;
import dev.jcompose.spec.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/// What text becomes at a place where the schema wants something else.
enum Cast {
  WHOLE {
    @Override
    Node apply(Node.Text text, NodePath path, Problems problems) {
      if (text.value().length() > NumberText.LONGEST
          || !WHOLE_NUMBER.matcher(text.value()).matches()
          || new BigInteger(text.value()).bitLength() >= Long.SIZE) {
        return reject(text, "a whole number", path, problems);
      }
      return new Node.Decimal(
          new BigDecimal(new BigInteger(text.value())), text.value(), text.span());
    }
  },
  DECIMAL {
    @Override
    Node apply(Node.Text text, NodePath path, Problems problems) {
      return text.value().length() <= NumberText.LONGEST
              && DECIMAL_NUMBER.matcher(text.value()).matches()
          ? new Node.Decimal(new BigDecimal(text.value()), text.value(), text.span())
          : reject(text, "a number", path, problems);
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

  private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern DECIMAL_NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

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
