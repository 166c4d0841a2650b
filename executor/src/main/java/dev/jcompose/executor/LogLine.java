package dev.jcompose.executor;

import java.util.Optional;

/// A line of a container's log, without its end. A very long one comes in pieces.
///
/// @param time when it was written, if asked for
public record LogLine(Source source, Optional<String> time, LogText content) {
  /// The stream it was written to.
  public enum Source {
    OUT,
    ERR
  }

  /// A line of text.
  public LogLine(Source source, Optional<String> time, String text) {
    this(source, time, LogText.of(text));
  }

  /// What it says, with a replacement character for what is no UTF-8.
  public String text() {
    return content.toString();
  }
}
