package dev.jcompose.spec.scalar;

/// Floating-point numbers as Go prints them, which is how they come out of docker compose: the
/// fewest digits that mean the same number, and an exponent for large and small ones.
public final class FloatText {
  /// The significant digits of a number, without zeros at their ends.
  private final String digits;

  /// The power of ten of the first one.
  private final int exponent;

  private FloatText(double positive) {
    String text = Double.toString(positive);
    int power = text.indexOf('E');
    String mantissa = power < 0 ? text : text.substring(0, power);
    int point = mantissa.indexOf('.');
    String all = mantissa.substring(0, point) + mantissa.substring(point + 1);
    int zeros = 0;
    while (all.charAt(zeros) == '0') {
      zeros++;
    }
    int end = all.length();
    while (all.charAt(end - 1) == '0') {
      end--;
    }
    this.digits = all.substring(zeros, end);
    this.exponent =
        point - 1 - zeros + (power < 0 ? 0 : Integer.parseInt(text.substring(power + 1)));
  }

  /// As it is printed where text is wanted.
  public static String asText(double value) {
    return of(value, 1 / value < 0 ? "-0" : "0", -4, 6);
  }

  /// As it is printed as a number in JSON and YAML.
  public static String asJson(double value) {
    return of(value, "0", -6, 21);
  }

  /// @param zero what stands for it
  /// @param least the first exponent of numbers that are written out
  /// @param end the first one behind those
  private static String of(double value, String zero, int least, int end) {
    if (value == 0) {
      return zero;
    }
    FloatText number = new FloatText(Math.abs(value));
    boolean isPlain = number.exponent >= least && number.exponent < end;
    return (value < 0 ? "-" : "") + (isPlain ? number.plain() : number.scientific());
  }

  private String plain() {
    int whole = exponent + 1;
    if (whole <= 0) {
      return "0." + "0".repeat(-whole) + digits;
    }
    return digits.length() <= whole
        ? digits + "0".repeat(whole - digits.length())
        : digits.substring(0, whole) + "." + digits.substring(whole);
  }

  private String scientific() {
    return digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
