package dev.jcompose.spec.scalar;

import dev.jcompose.model.ByteSize;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts of bytes as Compose files write them: `512m`, `1.5gb`, `64MiB`, `1024`, `1e6`; units
/// count by 1024.
public final class SizeText {
  private static final Pattern SIZE =
      Pattern.compile("((?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?) ?(?:([kmgtp])(?:i?b)?|b)?");

  private static final String UNITS = "kmgtp";

  private SizeText() {}

  /// The amount, if `text` is one.
  public static Optional<ByteSize> parse(String text) {
    Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (text.length() > NumberText.LONGEST || !size.matches()) {
      return Optional.empty();
    }
    int power = size.group(2) == null ? 0 : 10 * (UNITS.indexOf(size.group(2)) + 1);
    return bytes(size.group(1), power).map(ByteSize::new);
  }

  private static Optional<Long> bytes(String number, int power) {
    Optional<BigInteger> whole = NumberText.whole(number);
    return whole.isPresent()
        ? whole
            .map(count -> count.shiftLeft(power))
            .filter(bytes -> bytes.bitLength() < Long.SIZE)
            .map(BigInteger::longValue)
        : NumberText.decimal(number)
            .map(count -> Math.scalb(count, power))
            .filter(bytes -> bytes < Long.MAX_VALUE)
            .map(Double::longValue);
  }
}
