package dev.jcompose.cli.text;

import dev.jcompose.spec.write.JsonString;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON in one line.
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
    var json = new StringBuilder();
    JsonString.append(json, text);
    return json.toString();
  }
}
