package dev.jcompose.spec.lint;

import java.util.List;
import java.util.stream.Collectors;

/// What containers run, as one line.
final class Commands {
  /// Where commands stand in a service.
  static final List<String> ATTRIBUTES = List.of("command", "entrypoint");

  private static final List<String> SHELLS = List.of("sh", "bash", "ash", "dash", "zsh");

  private Commands() {}

  /// The words of that attribute, with spaces between them.
  static String line(Part service, String attribute) {
    return service.words(attribute).stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /// The program that the line starts, without its folder.
  static String program(String line) {
    String first = line.strip().split("\\s+", 2)[0];
    return first.substring(first.lastIndexOf('/') + 1);
  }

  /// Whether a shell reads the line.
  static boolean isShell(String line) {
    return SHELLS.contains(program(line));
  }
}
