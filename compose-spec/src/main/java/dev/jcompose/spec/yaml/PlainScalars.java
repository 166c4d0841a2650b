package dev.jcompose.spec.yaml;

import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.scalar.NumberText;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// What unquoted text means: nothing, a truth value, a number, or just text.
///
/// Numbers follow docker compose's parser: underscores may group digits, a leading `0` means octal
/// where the digits allow it (`0777` is 511, `080` is 80.0), and whole numbers beyond 64 bits
/// become decimal ones.
final class PlainScalars {
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
      default -> mayBeNumber(raw) ? number(raw, span) : new Node.Text(raw, span);
    };
  }

  private static boolean mayBeNumber(String raw) {
    char first = raw.charAt(0);
    return raw.length() <= NumberText.LONGEST
        && (isDigit(first) || first == '-' || first == '+' || first == '.');
  }

  private static Node number(String raw, Span span) {
    String digits = raw.startsWith(".") ? raw : raw.replace("_", "");
    if (WHOLE.matcher(digits).matches()) {
      BigInteger whole = whole(digits);
      if (whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) <= 0) {
        return new Node.Whole(whole, raw, span);
      }
    }
    return NumberText.decimal(digits)
        .<Node>map(value -> new Node.Decimal(value == 0 ? 0 : value, raw, span))
        .orElseGet(() -> new Node.Text(raw, span));
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
