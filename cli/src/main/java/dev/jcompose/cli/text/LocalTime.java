package dev.jcompose.cli.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A point in time, written as the docker command line does it in the local time zone.
///
/// Only its text needs the zone: to know that takes as long as to ask the engine.
public record LocalTime(Instant instant) {
  /// Such as `2026-01-02 13:23:37 +0000 UTC`.
  @Override
  public String toString() {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z z", Locale.ROOT)
        .withZone(ZoneId.systemDefault())
        .format(instant);
  }
}
