package dev.jcompose.cli.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The values of `--progress`.
public enum ProgressStyle {
  /// `tty` on a terminal, else `plain`.
  AUTO,
  /// A line for each thing, redrawn in place.
  TTY,
  /// A line for each event.
  PLAIN,
  /// A JSON object for each event.
  JSON,
  /// Nothing but failures.
  QUIET;

  /// The style of that word.
  public static Optional<ProgressStyle> of(String word) {
    return Arrays.stream(values())
        .filter(style -> style.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
