package dev.jcompose.spec.diagnostic;

/// A source line with carets under a span of it.
///
/// Tabs keep their place by standing in the caret line as well, and characters that take two
/// columns get two carets. Of a very long line only the part around the span is shown.
final class Excerpt {
  private static final int MOST_POINTS = 160;
  private static final int POINTS_BEFORE = 40;

  private Excerpt() {}

  static String of(Lines lines, Span span) {
    int place = lines.offset(span.line(), span.column());
    int lineStart = lines.start(span.line());
    int lineEnd = lines.end(span.line());
    boolean isLong =
        lineEnd - lineStart > 2 * MOST_POINTS || lines.points(lineStart, lineEnd) > MOST_POINTS;
    int from = isLong ? lines.before(span.line(), place, POINTS_BEFORE) : lineStart;
    int[] points =
        lines
            .text()
            .substring(from, Math.min(lineEnd, from + 2 * MOST_POINTS))
            .codePoints()
            .limit(MOST_POINTS)
            .toArray();
    int start = Math.min(lines.points(from, place), points.length);
    int length = span.endLine() > span.line() ? points.length : span.endColumn() - span.column();
    int end = Math.min(points.length, start + length);
    String number = Integer.toString(span.line());
    String margin = " ".repeat(number.length());
    String carets = spaces(points, 0, start) + carets(points, start, end);
    return "  " + number + " | " + shown(points) + "\n  " + margin + " | " + carets + "\n";
  }

  private static String shown(int[] points) {
    StringBuilder shown = new StringBuilder();
    for (int point : points) {
      boolean control = Character.isISOControl(point) && point != '\t';
      shown.appendCodePoint(control ? ' ' : point);
    }
    return shown.toString().stripTrailing();
  }

  private static String spaces(int[] points, int from, int to) {
    StringBuilder spaces = new StringBuilder();
    for (int i = from; i < to; i++) {
      spaces.append(points[i] == '\t' ? "\t" : " ".repeat(width(points[i])));
    }
    return spaces.toString();
  }

  /// An empty span, such as a missing value's, still gets one caret.
  private static String carets(int[] points, int from, int to) {
    int columns = 0;
    for (int i = from; i < to; i++) {
      columns += width(points[i]);
    }
    return "^".repeat(Math.max(1, columns));
  }

  /// The columns of a terminal that a character takes.
  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    return Character.isIdeographic(point)
        || (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0x303E)
        || (point >= 0x3041 && point <= 0x33FF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || (point >= 0x1F300 && point <= 0x1F64F)
        || (point >= 0x1F900 && point <= 0x1F9FF);
  }
}
