package dev.jcompose.spec.scalar;

import dev.jcompose.spec.yaml.Node;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Numbers as docker compose prints them where they become text or JSON.
public final class NumberText {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9._]*([eE][-+]?[0-9]+)?");

  private NumberText() {}

  /// What a number becomes where Compose wants text: `1.0` is `1`, `1e3` is `1000`, `0x10` is `16`.
  public static String asText(Node.Decimal number) {
    boolean whole = !DECIMAL.matcher(number.raw()).matches() || !hasFraction(number.raw());
    return whole
        ? number.value().toBigInteger().toString()
        : floating(new BigDecimal(Double.toString(number.value().doubleValue())), -4);
  }

  /// The number in JSON.
  public static String asJson(BigDecimal number) {
    return floating(number, -6);
  }

  /// The number after it went through 32 bits, as those of `cpus` do.
  public static BigDecimal single(BigDecimal number) {
    return new BigDecimal(Float.toString(number.floatValue()));
  }

  private static boolean hasFraction(String raw) {
    return raw.contains(".") || raw.contains("e") || raw.contains("E");
  }

  private static String floating(BigDecimal number, int smallest) {
    BigDecimal value = number.stripTrailingZeros();
    if (value.signum() == 0) {
      return "0";
    }
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= smallest && exponent < 21) {
      return value.toPlainString();
    }
    String digits = value.unscaledValue().abs().toString();
    String sign = value.signum() < 0 ? "-" : "";
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
    return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
  }
}
