package dev.jcompose;

/// A line that a container has written.
///
/// @param text without the end of the line
public record LogEntry(String service, String container, Source source, String text) {
  /// The stream it was written to.
  public enum Source {
    OUTPUT,
    ERROR
  }
}
