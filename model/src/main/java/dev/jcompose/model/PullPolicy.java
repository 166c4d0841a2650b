package dev.jcompose.model;

import java.time.Duration;

/// When the engine fetches an image from its registry.
public sealed interface PullPolicy {
  /// Each time.
  record Always() implements PullPolicy {}

  /// Not at all: the image must be there.
  record Never() implements PullPolicy {}

  /// When it is not there.
  record Missing() implements PullPolicy {}

  /// Not at all: it is built, each time.
  record Build() implements PullPolicy {}

  /// When the last time is longer ago than `every`.
  ///
  /// @param word as written: `daily`, `weekly` or `every_…`
  record Refresh(String word, Duration every) implements PullPolicy {}

  /// The word in the Compose file.
  default String word() {
    return switch (this) {
      case Always() -> "always";
      case Never() -> "never";
      case Missing() -> "missing";
      case Build() -> "build";
      case Refresh(String word, Duration _) -> word;
    };
  }
}
