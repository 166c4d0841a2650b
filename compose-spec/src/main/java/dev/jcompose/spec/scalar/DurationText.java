package dev.jcompose.spec.scalar;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as Compose files write them: `90s`, `1m30s`, `1.5h`, `2d`.
public final class DurationText {
  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|[smhdw])");

  private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private DurationText() {}

  /// The duration, if `text` is one: numbers with units, with a sign before them perhaps.
  public static Optional<Duration> parse(String text) {
    if (text.length() > NumberText.LONGEST) {
      return Optional.empty();
    }
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    BigInteger nanos = BigInteger.ZERO;
    Matcher part = PART.matcher(rest);
    int end = 0;
    while (part.find() && part.start() == end) {
      nanos = nanos.add(nanos(part.group(1), nanosOf(part.group(2))));
      end = part.end();
    }
    if (end == 0 || end != rest.length() || nanos.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    long whole = nanos.longValueExact();
    return Optional.of(Duration.ofNanos(negative ? -whole : whole));
  }

  /// What is less than a nanosecond is left out.
  private static BigInteger nanos(String number, long unit) {
    int point = number.indexOf('.');
    if (point < 0) {
      return new BigInteger(number).multiply(BigInteger.valueOf(unit));
    }
    String fraction = number.substring(point + 1);
    return new BigInteger(number.substring(0, point) + fraction)
        .multiply(BigInteger.valueOf(unit))
        .divide(BigInteger.TEN.pow(fraction.length()));
  }

  /// The form that docker compose prints: `1m30s`, `1.5s`, `200ms`, `0s`.
  public static String print(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos < 0) {
      return "-" + print(duration.negated());
    }
    if (nanos == 0) {
      return "0s";
    }
    if (nanos < SECOND) {
      return smallUnit(nanos);
    }
    StringBuilder text = new StringBuilder();
    long hours = nanos / HOUR;
    long minutes = nanos / MINUTE % 60;
    if (hours > 0) {
      text.append(hours).append('h');
    }
    if (hours > 0 || minutes > 0) {
      text.append(minutes).append('m');
    }
    return text.append(NumberText.ofUnits(nanos % MINUTE, SECOND)).append('s').toString();
  }

  private static long nanosOf(String unit) {
    return switch (unit) {
      case "ns" -> 1L;
      case "ms" -> 1_000_000L;
      case "s" -> SECOND;
      case "m" -> MINUTE;
      case "h" -> HOUR;
      case "d" -> 24 * HOUR;
      case "w" -> 7 * 24 * HOUR;
      default -> 1_000L; // the ways to write microseconds
    };
  }

  private static String smallUnit(long nanos) {
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    return nanos < 1_000_000
        ? NumberText.ofUnits(nanos, 1_000) + "µs"
        : NumberText.ofUnits(nanos, 1_000_000) + "ms";
  }
}
