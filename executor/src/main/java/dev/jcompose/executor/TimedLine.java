package dev.jcompose.executor;

import java.time.Instant;
import java.util.Optional;

/// A line that was asked for with its time, whether or not the user wants to see that.
record TimedLine(Instant time, LogLine line) {
  /// The same options, asking for times.
  static LogOptions asking(LogOptions options) {
    return new LogOptions(false, options.tail(), options.since(), options.until(), true);
  }

  /// A line as the engine gave it; one without a time sorts before all others.
  static TimedLine of(LogLine line) {
    return new TimedLine(line.time().map(Instant::parse).orElse(Instant.MIN), line);
  }

  /// The line as the user wants to see it.
  LogLine asAsked(LogOptions options) {
    return options.timestamps()
        ? line
        : new LogLine(line.source(), Optional.empty(), line.content());
  }
}
