package dev.jcompose.spec.diagnostic;

import java.util.Arrays;

/// Where the lines of a text begin, so that a place in a large file is found at once.
///
/// Lines and columns count from 1, columns in code points; a line ends before its `\n`, `\r` or
/// `\r\n`, as YAML has it.
final class Lines {
  private static final int FIRST_SIZE = 64;

  private final String text;
  private final int[] starts;

  /// Whether every code point of the text is one `char`.
  private final boolean simple;

  Lines(String text) {
    this.text = text;
    this.starts = starts(text);
    this.simple = text.codePointCount(0, text.length()) == text.length();
  }

  private static int[] starts(String text) {
    int[] starts = new int[FIRST_SIZE];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  String text() {
    return text;
  }

  int count() {
    return starts.length;
  }

  /// Where a line begins; behind the text if there is no such line.
  int start(int line) {
    return line > starts.length ? text.length() : starts[line - 1];
  }

  /// Where a line ends, its line break not counted.
  int end(int line) {
    int end = line < starts.length ? starts[line] : text.length();
    while (end > start(line) && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  /// Where a column of a line is, at most the line's end.
  int offset(int line, int column) {
    int start = start(line);
    int end = end(line);
    if (simple) {
      return Math.min(end, start + column - 1);
    }
    int offset = start;
    for (int i = 1; i < column && offset < end; i++) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return offset;
  }

  /// The column of a place in a line.
  int column(int line, int offset) {
    return points(start(line), offset) + 1;
  }

  /// How many code points are between two places.
  int points(int from, int to) {
    return simple ? to - from : text.codePointCount(from, to);
  }

  /// The place that many code points before another, but not before its line begins.
  int before(int line, int offset, int points) {
    int place = offset;
    for (int i = 0; i < points && place > start(line); i++) {
      place -= Character.charCount(text.codePointBefore(place));
    }
    return place;
  }
}
