package dev.jcompose.spec.scalar;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers that are written as text.
///
/// Decimal ones are 64-bit floating-point numbers, as they are in docker compose. Decimals of the
/// JDK are exact, but take as long to be made ready as a small file to be read.
public final class NumberText {
  /// Longer text is no number: reading one takes time by the square of its length.
  public static final int LONGEST = 1_000;

  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

  private NumberText() {}

  /// The whole number, if `text` is one.
  public static Optional<BigInteger> whole(String text) {
    return text.length() <= LONGEST && WHOLE.matcher(text).matches()
        ? Optional.of(new BigInteger(text))
        : Optional.empty();
  }

  /// The number, if `text` is one, and not too large.
  public static Optional<Double> decimal(String text) {
    return text.length() <= LONGEST && DECIMAL.matcher(text).matches()
        ? Optional.of(Double.parseDouble(text)).filter(Double::isFinite)
        : Optional.empty();
  }

  /// The number after it went through 32 bits, as those of `cpus` do, unless they cannot hold it.
  public static double single(double number) {
    float single = (float) number;
    return Float.isInfinite(single) ? number : Double.parseDouble(Float.toString(single));
  }

  /// A number of units, with a point if it is not whole: `1.5` of 1,500 in units of 1,000.
  ///
  /// @param count 0 or more
  /// @param unit a power of ten
  public static String ofUnits(long count, long unit) {
    String whole = Long.toString(count / unit);
    long rest = count % unit;
    return rest == 0
        ? whole
        : whole + "." + Long.toString(unit + rest).substring(1).replaceFirst("0+$", "");
  }
}
