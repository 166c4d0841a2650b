package dev.jcompose.model;

import java.util.List;

/// The words of a `command` or an `entrypoint`.
///
/// Leaving it out and setting it to nothing differ: the first keeps what the image says, the second
/// clears it.
public sealed interface Command {
  /// Not set: the image's own is used.
  record FromImage() implements Command {}

  /// Set to these words; none clears what the image says.
  record Words(List<String> words) implements Command {
    public Words {
      words = List.copyOf(words);
    }
  }
}
