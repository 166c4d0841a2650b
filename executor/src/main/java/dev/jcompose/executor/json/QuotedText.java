package dev.jcompose.executor.json;

/// Writes a string.
final class QuotedText {
  private QuotedText() {}

  static String of(String string) {
    StringBuilder text = new StringBuilder(string.length() + 2).append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(isPlain(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
      }
    }
    return text.append('"').toString();
  }

  /// Halves of a pair that stand alone have no form in UTF-8.
  private static boolean isPlain(char c) {
    return c >= ' ' && !Character.isSurrogate(c);
  }
}
