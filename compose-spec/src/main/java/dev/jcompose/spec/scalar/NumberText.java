package dev.jcompose.spec.scalar;

import java.math.BigDecimal;

/// Numbers as docker compose prints them in JSON.
public final class NumberText {
  private NumberText() {}

  /// The number in JSON.
  public static String asJson(BigDecimal number) {
    return floating(number);
  }

  /// The number after it went through 32 bits, as those of `cpus` do.
  public static BigDecimal single(BigDecimal number) {
    return new BigDecimal(Float.toString(number.floatValue()));
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
