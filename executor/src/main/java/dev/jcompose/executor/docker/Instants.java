package dev.jcompose.executor.docker;

import java.time.Instant;

/// Moments as the engine's queries take them.
final class Instants {
  private Instants() {}

  /// Seconds since 1970 with nine decimals.
  static String seconds(Instant instant) {
    return "%d.%09d".formatted(instant.getEpochSecond(), instant.getNano());
  }
}
