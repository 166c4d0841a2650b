package dev.jcompose.spec.write;

/// A string of JSON as the reference writes it: `<`, `>` and `&` are escaped, too, and all other
/// characters that can stand as they are do.
public final class JsonString {
  private JsonString() {}

  /// Adds that text with its quotes.
  public static void append(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> plainOrEscaped(out, c);
      }
    }
    out.append('"');
  }

  private static void plainOrEscaped(StringBuilder out, char c) {
    boolean escape = c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
    if (escape) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }
}
