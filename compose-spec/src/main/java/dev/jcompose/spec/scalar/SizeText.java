package dev.jcompose.spec.scalar;

import dev.jcompose.model.ByteSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts of bytes as Compose files write them: `512m`, `1.5gb`, `64MiB`, `1024`; units count by
/// 1024.
public final class SizeText {
  private static final Pattern SIZE =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+) ?(?:([kmgtp])(?:i?b)?|b)?");

  private static final String UNITS = "kmgtp";

  private SizeText() {}

  /// The amount, if `text` is one.
  public static Optional<ByteSize> parse(String text) {
    if (text.length() > NumberText.LONGEST) {
      return Optional.empty();
    }
    Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      return Optional.empty();
    }
    BigDecimal bytes = new BigDecimal(size.group(1));
    String unit = size.group(2);
    if (unit != null) {
      bytes = bytes.multiply(BigDecimal.TWO.pow(10 * (UNITS.indexOf(unit) + 1)));
    }
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return Optional.empty();
    }
    return Optional.of(new ByteSize(bytes.setScale(0, RoundingMode.DOWN).longValueExact()));
  }
}
