package dev.jcompose.spec.bind;

import dev.jcompose.model.ByteSize;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.scalar.DurationText;
import dev.jcompose.spec.scalar.NumberText;
import dev.jcompose.spec.scalar.SizeText;
import dev.jcompose.spec.yaml.Node;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Reads one value as what its attribute wants; says so at its place when it is not that.
record ScalarReader(NodePath path, Problems problems) {

  Optional<String> text(Node node) {
    return switch (node) {
      case Node.Text(String value, var _) -> Optional.of(value);
      case Node.Numeral number -> Optional.of(number.text());
      case Node.Bool(boolean value, var _, var _) -> Optional.of(Boolean.toString(value));
      case Node.Null _ -> Optional.of("");
      case Node.Sequence _, Node.Mapping _, Node.Tagged _ -> wrong(node, "text");
    };
  }

  Optional<Boolean> flag(Node node) {
    return switch (node) {
      case Node.Bool(boolean value, var _, var _) -> Optional.of(value);
      case Node.Text(String value, var _) ->
          switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "on" -> Optional.of(true);
            case "false", "no", "n", "off" -> Optional.of(false);
            default -> wrong(node, "`true` or `false`");
          };
      case Node.Numeral _, Node.Null _, Node.Sequence _, Node.Mapping _, Node.Tagged _ ->
          wrong(node, "`true` or `false`");
    };
  }

  /// A decimal number loses what is behind its point.
  Optional<Long> whole(Node node) {
    return exact(node)
        .filter(value -> value.bitLength() < Long.SIZE)
        .map(BigInteger::longValue)
        .or(() ->
            number(node).filter(value -> Math.abs(value) < Long.MAX_VALUE).map(Double::longValue))
        .or(() -> wrong(node, "a whole number"));
  }

  private static Optional<BigInteger> exact(Node node) {
    return switch (node) {
      case Node.Whole(BigInteger value, var _, var _) -> Optional.of(value);
      case Node.Text(String value, var _) -> NumberText.whole(value);
      case Node.Decimal _,
          Node.Bool _,
          Node.Null _,
          Node.Sequence _,
          Node.Mapping _,
          Node.Tagged _ ->
          Optional.empty();
    };
  }

  Optional<Double> decimal(Node node) {
    return number(node).or(() -> wrong(node, "a number"));
  }

  private static Optional<Double> number(Node node) {
    return switch (node) {
      case Node.Numeral number -> Optional.of(number.size());
      case Node.Text(String value, var _) -> NumberText.decimal(value);
      case Node.Bool _, Node.Null _, Node.Sequence _, Node.Mapping _, Node.Tagged _ ->
          Optional.empty();
    };
  }

  Optional<ByteSize> size(Node node) {
    return switch (node) {
      case Node.Whole(BigInteger value, var _, var _) ->
          Optional.of(new ByteSize(value.longValue()));
      case Node.Decimal(double value, var _, var _) -> Optional.of(new ByteSize((long) value));
      case Node.Text(String value, var _) ->
          SizeText.parse(value)
              .or(() -> value.equals("-1") ? Optional.of(new ByteSize(-1)) : Optional.empty())
              .or(() -> wrong(node, "an amount of bytes, such as `512m` or `1.5gb`"));
      case Node.Bool _, Node.Null _, Node.Sequence _, Node.Mapping _, Node.Tagged _ ->
          wrong(node, "an amount of bytes, such as `512m` or `1.5gb`");
    };
  }

  Optional<Duration> duration(Node node) {
    return text(node)
        .flatMap(value ->
            DurationText.parse(value)
                .or(() -> wrong(node, "a duration with a unit, such as `90s` or `1m30s`")));
  }

  Optional<Integer> mode(Node node) {
    if (node instanceof Node.Text(String value, var _)) {
      try {
        return Optional.of(Integer.parseInt(value, 8));
      } catch (NumberFormatException _) {
        return wrong(node, "permission bits in octal, such as `\"0440\"`");
      }
    }
    return whole(node).map(Long::intValue);
  }

  Optional<Path> path(Node node, String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return wrong(node, "a path");
    }
  }

  private <T> Optional<T> wrong(Node node, String wanted) {
    String given = node instanceof Node.Scalar scalar ? ", not \"" + scalar.raw() + "\"" : "";
    problems.add(
        Diagnostic.error(
            "bad-value", path.subject() + " must be " + wanted + given, node.span(), path));
    return Optional.empty();
  }
}
