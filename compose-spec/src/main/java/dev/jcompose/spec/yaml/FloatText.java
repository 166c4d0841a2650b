package dev.jcompose.spec.yaml;

import java.math.BigDecimal;

/// Floating-point numbers as Go prints them, which is how they come out of docker compose when text
/// is wanted: the fewest digits that mean the same number, and an exponent from 1e+06 on.
final class FloatText {
  private static final int LEAST_EXPONENT = -4;
  private static final int FIRST_LARGE_EXPONENT = 6;

  private FloatText() {}

  static String of(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= LEAST_EXPONENT && exponent < FIRST_LARGE_EXPONENT) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (value < 0 ? "-" : "")
        + mantissa
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
