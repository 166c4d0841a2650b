package dev.jcompose.cli.text;

import java.time.Duration;

/// Lengths of time in words, as docker says them.
public final class Ages {
  private Ages() {}

  /// E.g. `About a minute` or `3 weeks`.
  public static String inWords(Duration age) {
    long seconds = age.toSeconds();
    long minutes = age.toMinutes();
    long hours = Math.round(age.toMillis() / 3_600_000.0);
    if (seconds < 1) {
      return "Less than a second";
    }
    if (seconds < 60) {
      return seconds == 1 ? "1 second" : seconds + " seconds";
    }
    if (minutes < 60) {
      return minutes == 1 ? "About a minute" : minutes + " minutes";
    }
    return hours == 1 ? "About an hour" : manyHours(hours);
  }

  private static String manyHours(long hours) {
    long days = hours / 24;
    if (hours < 48) {
      return hours + " hours";
    }
    if (days < 14) {
      return days + " days";
    }
    if (days < 60) {
      return days / 7 + " weeks";
    }
    return days < 730 ? days / 30 + " months" : days / 365 + " years";
  }

  /// E.g. `0.3s` or `1m04s`.
  public static String brief(Duration took) {
    return took.toSeconds() < 60
        ? "%d.%ds".formatted(took.toSeconds(), took.toMillisPart() / 100)
        : "%dm%02ds".formatted(took.toMinutes(), took.toSecondsPart());
  }
}
