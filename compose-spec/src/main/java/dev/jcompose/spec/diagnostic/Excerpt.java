package dev.jcompose.spec.diagnostic;

/// A source line with carets under a span of it.
///
/// Tabs keep their place by standing in the caret line as well, and characters that take two
/// columns get two carets. Of a very long line only the part around the span is shown.
final class Excerpt {
  private static final int MOST_POINTS = 160;
  private static final int POINTS_BEFORE = 40;

  private Excerpt() {}

  static String of(String line, Span span) {
    int[] points = line.codePoints().toArray();
    int start = Math.min(span.column() - 1, points.length);
    int from = points.length > MOST_POINTS ? Math.max(0, start - POINTS_BEFORE) : 0;
    int to = Math.min(points.length, from + MOST_POINTS);
    int end = span.endLine() > span.line() ? to : Math.min(to, span.endColumn() - 1);
    String number = Integer.toString(span.line());
    String margin = " ".repeat(number.length());
    String shown = shown(points, from, to);
    String carets = spaces(points, from, start) + carets(points, start, end);
    return "  " + number + " | " + shown + "\n  " + margin + " | " + carets + "\n";
  }

  private static String shown(int[] points, int from, int to) {
    StringBuilder shown = new StringBuilder();
    for (int i = from; i < to; i++) {
      boolean control = Character.isISOControl(points[i]) && points[i] != '\t';
      shown.appendCodePoint(control ? ' ' : points[i]);
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
