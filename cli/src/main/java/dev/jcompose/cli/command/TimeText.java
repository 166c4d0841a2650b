package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Points in time as users type them: a time, a date, seconds since 1970, or how long ago.
final class TimeText {
  private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|h|m|s)");
  private static final Pattern AGE = Pattern.compile("(?:" + PART.pattern() + ")+");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}(?:\\.[0-9]{1,9})?");

  private TimeText() {}

  static Instant parse(String option, String text, Instant now) {
    if (AGE.matcher(text).matches()) {
      return now.minus(age(text));
    }
    if (SECONDS.matcher(text).matches()) {
      return Instant.ofEpochMilli((long) (Double.parseDouble(text) * 1000));
    }
    var zone = ZoneId.systemDefault();
    return Stream.<Function<String, Instant>>of(
            word -> OffsetDateTime.parse(word).toInstant(),
            word -> LocalDateTime.parse(word).atZone(zone).toInstant(),
            word -> LocalDate.parse(word).atStartOfDay(zone).toInstant())
        .flatMap(form -> tried(form, text).stream())
        .findFirst()
        .orElseThrow(() ->
            new CommandFailure(
                "invalid "
                    + option
                    + " \""
                    + text
                    + "\": use a time such as 2026-01-02T13:23:37Z, or an age such as 42m"));
  }

  private static Optional<Instant> tried(Function<String, Instant> form, String text) {
    try {
      return Optional.of(form.apply(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Duration age(String text) {
    double seconds = 0;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      seconds += Double.parseDouble(part.group(1)) * unit(part.group(2));
    }
    return Duration.ofMillis((long) (seconds * 1000));
  }

  private static double unit(String word) {
    return switch (word) {
      case "h" -> 3600;
      case "m" -> 60;
      case "s" -> 1;
      default -> 0.001;
    };
  }
}
