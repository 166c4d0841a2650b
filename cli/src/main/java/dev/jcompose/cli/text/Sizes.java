package dev.jcompose.cli.text;

import dev.jcompose.spec.scalar.NumberText;
import java.util.List;

/// Numbers of bytes as docker says them.
public final class Sizes {
  private static final List<String> DECIMAL = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
  private static final List<String> BINARY = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

  private Sizes() {}

  /// In powers of 1000, three digits: `7.65MB`.
  public static String decimal(long bytes) {
    return text(bytes, 1000, DECIMAL, 3);
  }

  /// In powers of 1024, four digits: `23.54GiB`.
  public static String binary(long bytes) {
    return text(bytes, 1024, BINARY, 4);
  }

  private static String text(long bytes, int base, List<String> units, int digits) {
    double size = bytes;
    int unit = 0;
    while (size >= base) {
      size /= base;
      unit++;
    }
    long fraction = 1;
    for (int i = Long.toString((long) size).length(); i < digits; i++) {
      fraction *= 10;
    }
    return NumberText.ofUnits(Math.round(size * fraction), fraction) + units.get(unit);
  }
}
