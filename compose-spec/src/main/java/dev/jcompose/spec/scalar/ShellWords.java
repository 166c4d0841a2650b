package dev.jcompose.spec.scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cuts a command line into words as docker compose does: quotes and backslashes as in a shell, but
/// nothing is expanded.
///
/// An unquoted `;`, `&`, `|`, `<` or `>` ends the command there, since no shell runs it.
public final class ShellWords {
  private static final String ENDS = ";&|<>";

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean escaped;
  private boolean singleQuoted;
  private boolean doubleQuoted;
  private boolean backQuoted;
  private boolean substituted;

  private ShellWords(String line) {
    this.line = line;
  }

  /// What a line was cut into.
  ///
  /// @param dropped what follows the end of the command; empty for most
  public record Cut(List<String> words, String dropped) {
    public Cut {
      words = List.copyOf(words);
    }
  }

  /// The words of `line`; nothing when a quote or a parenthesis is left open.
  public static Optional<Cut> cut(String line) {
    return new ShellWords(line).run();
  }

  private Optional<Cut> run() {
    int end = line.length();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (escaped) {
        escapedChar(c);
      } else if (c == '\\' && !singleQuoted) {
        escaped = true;
      } else if (Character.isWhitespace(c) && c < 128 && !quoted()) {
        endWord();
      } else if (ENDS.indexOf(c) >= 0 && !quoted()) {
        end = i;
        if (c == '>' && !word.isEmpty() && Character.isDigit(word.charAt(0))) {
          inWord = false;
        }
        break;
      } else if (!plainChar(c)) {
        return Optional.empty();
      }
    }
    endWord();
    return escaped || quoted()
        ? Optional.empty()
        : Optional.of(new Cut(words, line.substring(end)));
  }

  /// Takes one character; false when it cannot stand there.
  private boolean plainChar(char c) {
    switch (c) {
      case '"' -> {
        if (!singleQuoted && !substituted) {
          doubleQuoted = !doubleQuoted;
          inWord = true;
          return true;
        }
      }
      case '\'' -> {
        if (!doubleQuoted && !substituted) {
          singleQuoted = !singleQuoted;
          inWord = true;
          return true;
        }
      }
      case '`' -> {
        if (!singleQuoted && !doubleQuoted && !substituted) {
          backQuoted = !backQuoted;
        }
      }
      case '(' -> {
        if (!singleQuoted && !doubleQuoted && !backQuoted) {
          if (substituted || !word.toString().endsWith("$")) {
            return false;
          }
          substituted = true;
        }
      }
      case ')' -> {
        if (!singleQuoted && !doubleQuoted && !backQuoted) {
          substituted = !substituted;
        }
      }
      default -> {}
    }
    word.append(c);
    inWord = true;
    return true;
  }

  private void escapedChar(char c) {
    word.append(c);
    escaped = false;
    inWord = true;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private boolean quoted() {
    return singleQuoted || doubleQuoted || backQuoted || substituted;
  }
}
