package dev.jcompose.spec.scalar;

import dev.jcompose.model.ByteSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    BigDecimal unit =
        size.group(2) == null
            ? BigDecimal.ONE
            : BigDecimal.TWO.pow(10 * (UNITS.indexOf(size.group(2)) + 1));
    return NumberText.parse(size.group(1))
        .map(unit::multiply)
        .filter(bytes -> bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
        .map(bytes -> new ByteSize(bytes.setScale(0, RoundingMode.DOWN).longValueExact()));
  }
}
