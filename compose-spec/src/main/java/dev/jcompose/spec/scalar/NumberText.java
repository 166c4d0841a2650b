package dev.jcompose.spec.scalar;

import java.math.BigDecimal;
import java.util.Optional;

/// How long numbers may be, and how docker compose prints them in JSON.
public final class NumberText {
  /// Longer text is no number: reading one takes time by the square of its length.
  public static final int LONGEST = 1_000;

  /// How many digits behind the point, or zeros before it, a short text may mean.
  private static final int MOST_SCALE = 2_000;

  private NumberText() {}

  /// The number, if `text` is one.
  public static Optional<BigDecimal> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text))
          .filter(number -> Math.abs(number.scale()) <= MOST_SCALE);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// The number in JSON.
  public static String asJson(BigDecimal number) {
    return floating(number);
  }

  /// The number after it went through 32 bits, as those of `cpus` do, unless they cannot hold it.
  public static BigDecimal single(BigDecimal number) {
    return Float.isInfinite(number.floatValue())
        ? number
        : new BigDecimal(Float.toString(number.floatValue()));
  }

  private static String floating(BigDecimal number) {
    BigDecimal value = number.stripTrailingZeros();
    if (value.signum() == 0) {
      return "0";
    }
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= -6 && exponent < 21) {
      return value.toPlainString();
    }
    String digits = value.unscaledValue().abs().toString();
    String sign = value.signum() < 0 ? "-" : "";
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
    return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
  }
}
