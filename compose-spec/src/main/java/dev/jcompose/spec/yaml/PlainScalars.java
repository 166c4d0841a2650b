package dev.jcompose.spec.yaml;

import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.scalar.NumberText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// What unquoted text means: nothing, a truth value, a number, or just text.
///
/// Numbers follow docker compose's parser: underscores may group digits, a leading `0` means octal
/// where the digits allow it (`0777` is 511, `080` is 80.0), and whole numbers beyond 64 bits
/// become decimal ones.
final class PlainScalars {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern WHOLE =
      Pattern.compile("[-+]?(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)");

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private PlainScalars() {}

  static Node resolve(String raw, Span span) {
    return switch (raw) {
      case "", "~", "null", "Null", "NULL" -> new Node.Null(span);
      case "true", "True", "TRUE" -> new Node.Bool(true, raw, span);
      case "false", "False", "FALSE" -> new Node.Bool(false, raw, span);
      default ->
          number(raw)
              .<Node>map(value -> new Node.Decimal(value, raw, span))
              .orElseGet(() -> new Node.Text(raw, span));
    };
  }

  /// The number that is meant; its scale is 0 exactly if it is a whole one.
  private static Optional<BigDecimal> number(String raw) {
    char first = raw.charAt(0);
    if (raw.length() > NumberText.LONGEST
        || (!isDigit(first) && first != '-' && first != '+' && first != '.')) {
      return Optional.empty();
    }
    String digits = first == '.' ? raw : raw.replace("_", "");
    if (WHOLE.matcher(digits).matches()) {
      BigInteger whole = whole(digits);
      if (whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) <= 0) {
        return Optional.of(new BigDecimal(whole));
      }
    }
    if (!DECIMAL.matcher(digits).matches() || Double.isInfinite(Double.parseDouble(digits))) {
      return Optional.empty();
    }
    if (Double.parseDouble(digits) == 0) { // Also what is too small, however many zeros that are.
      return Optional.of(new BigDecimal("0.0"));
    }
    BigDecimal decimal = new BigDecimal(digits);
    return Optional.of(decimal.scale() == 0 ? decimal.setScale(1) : decimal);
  }

  private static BigInteger whole(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    BigInteger value = unsigned(digits);
    return negative ? value.negate() : value;
  }

  private static BigInteger unsigned(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return new BigInteger(digits);
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> new BigInteger(digits.substring(2), 16);
      case 'b', 'B' -> new BigInteger(digits.substring(2), 2);
      case 'o', 'O' -> new BigInteger(digits.substring(2), 8);
      default -> new BigInteger(digits, 8);
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
