package dev.jcompose.cli.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON in one line, escaped as the reference escapes it: `<`, `>` and `&` too.
///
/// Values are text, numbers, truth values, times, lists and maps with text keys.
public final class JsonText {
  private JsonText() {}

  /// That value as JSON.
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> quoted(text);
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case LocalTime time -> quoted(time.toString());
      case List<?> items ->
          items.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
      case Map<?, ?> fields ->
          fields.entrySet().stream()
              .map(field -> quoted(String.valueOf(field.getKey())) + ":" + of(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }

  private static String quoted(String text) {
    var json = new StringBuilder("\"");
    text.chars().forEach(character -> append(json, (char) character));
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, char character) {
    switch (character) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      case '\b' -> json.append("\\b");
      case '\f' -> json.append("\\f");
      case '<', '>', '&', '\u2028', '\u2029' -> escape(json, character);
      default -> {
        if (character < ' ') {
          escape(json, character);
        } else {
          json.append(character);
        }
      }
    }
  }

  private static void escape(StringBuilder json, char character) {
    json.append(String.format("\\u%04x", (int) character));
  }
}
