package dev.jcompose.cli.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Numbers of bytes as docker says them.
public final class Sizes {
  private static final List<String> DECIMAL = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
  private static final List<String> BINARY = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

  private Sizes() {}

  /// In powers of 1000, three digits: `7.65MB`.
  public static String decimal(long bytes) {
    return text(bytes, 1000, DECIMAL, new MathContext(3));
  }

  /// In powers of 1024, four digits: `23.54GiB`.
  public static String binary(long bytes) {
    return text(bytes, 1024, BINARY, new MathContext(4));
  }

  private static String text(long bytes, int base, List<String> units, MathContext digits) {
    BigDecimal size = BigDecimal.valueOf(bytes);
    BigDecimal divisor = BigDecimal.valueOf(base);
    int unit = 0;
    while (size.compareTo(divisor) >= 0) {
      size = size.divide(divisor, MathContext.DECIMAL64);
      unit++;
    }
    return size.round(digits).stripTrailingZeros().toPlainString() + units.get(unit);
  }
}
