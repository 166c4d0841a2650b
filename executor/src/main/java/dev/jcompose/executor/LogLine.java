package dev.jcompose.executor;

import java.util.Optional;

/// A line of a container's log, without its end.
///
/// @param time when it was written, if asked for
public record LogLine(Source source, Optional<String> time, String text) {
  /// The stream it was written to.
  public enum Source {
    OUT,
    ERR
  }
}
