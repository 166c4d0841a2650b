package dev.jcompose.executor;

import java.time.Instant;

/// How far a log has been read: everything before a moment, and so many lines of that very moment.
public record LogPosition(Instant time, int lines) {
  /// Everything up to and with that moment.
  static LogPosition behind(Instant time) {
    return new LogPosition(time, Integer.MAX_VALUE);
  }

  /// The position behind one more line.
  public LogPosition after(Instant line) {
    if (line.isBefore(time) || (line.equals(time) && lines == Integer.MAX_VALUE)) {
      return this; // The two streams of a container may overtake each other.
    }
    return line.equals(time) ? new LogPosition(time, lines + 1) : new LogPosition(line, 1);
  }
}
