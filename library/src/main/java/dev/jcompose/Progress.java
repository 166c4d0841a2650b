package dev.jcompose;

import java.time.Duration;

/// Something that happens while changes are made.
public sealed interface Progress {
  /// What it is about.
  Change change();

  /// The change begins.
  record Started(Change change) implements Progress {}

  /// The change is done.
  record Done(Change change, Duration took) implements Progress {}

  /// The change failed.
  record Failed(Change change, String message) implements Progress {}

  /// The change failed or was not begun, and that does not matter.
  record Tolerated(Change change, String message) implements Progress {}

  /// The change was not begun, because another failed or the thread was interrupted.
  record Skipped(Change change) implements Progress {}

  /// A build or a hook wrote a line, or a transfer came further.
  record Output(Change change, String line) implements Progress {}

  /// One line for people.
  default String describe() {
    return switch (this) {
      case Started(Change change) -> change + ": begins";
      case Done(Change change, Duration took) -> change + ": done in " + took.toMillis() + " ms";
      case Failed(Change change, String message) -> change + ": failed: " + message;
      case Tolerated(Change change, String message) -> change + ": given up: " + message;
      case Skipped(Change change) -> change + ": not begun";
      case Output(Change change, String line) -> change + ": " + line;
    };
  }
}
