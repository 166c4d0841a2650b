package dev.jcompose.spec.dotenv;

import java.util.OptionalInt;

/// Where a parser stands in a file of variables.
final class EnvCursor {
  /// Stands behind the last character.
  static final char END = '\0';

  private final String text;
  private int index;

  /// The line of the place that was asked for last; the next one is near it as a rule.
  private int line = 1;

  private int lineStart;

  EnvCursor(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// A line and a column, both from 1; the column counts code points.
  record Place(int line, int column) {}

  int index() {
    return index;
  }

  boolean atEnd() {
    return isEnd(index);
  }

  boolean isEnd(int i) {
    return i >= text.length();
  }

  char charAt(int i) {
    return i < text.length() ? text.charAt(i) : END;
  }

  String slice(int start, int end) {
    return text.substring(start, end);
  }

  void moveTo(int i) {
    index = i;
  }

  OptionalInt indexOf(String part, int from) {
    int found = text.indexOf(part, from);
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  Place place(int at) {
    if (at < lineStart) {
      line = 1;
      lineStart = 0;
    }
    for (int next = lineBreak(); next >= 0 && next < at; next = lineBreak()) {
      line++;
      lineStart = next + 1;
    }
    return new Place(line, text.codePointCount(lineStart, at) + 1);
  }

  private int lineBreak() {
    return text.indexOf('\n', lineStart);
  }

  /// Moves over white space and comments.
  void skipToStatement() {
    while (!atEnd()) {
      if (isSpace(charAt(index))) {
        index++;
      } else if (charAt(index) == '#') {
        skipLine();
      } else {
        return;
      }
    }
  }

  void skipLine() {
    int end = text.indexOf('\n', index);
    index = end < 0 ? text.length() : end;
  }

  void skipBlanks() {
    while (!atEnd() && charAt(index) != '\n' && isSpace(charAt(index))) {
      index++;
    }
  }

  void skipExport() {
    if (text.startsWith("export", index) && isBlank(charAt(index + "export".length()))) {
      index += "export".length();
      skipBlanks();
    }
  }

  /// The rest of the line; moves behind it.
  String restOfLine() {
    int start = index;
    skipLine();
    return text.substring(start, index);
  }

  /// The first index from here on that cannot belong to a variable's name.
  int endOfName() {
    int end = index;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || isBlank(c) || "_.-[]".indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    return c != '\n' && isSpace(c);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u0085';
  }
}
