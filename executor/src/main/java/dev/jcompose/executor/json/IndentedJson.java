package dev.jcompose.executor.json;

import dev.jcompose.executor.json.JsonValue.ArrayValue;
import dev.jcompose.executor.json.JsonValue.ObjectValue;
import java.util.List;

/// JSON with a line for each value, for people.
public final class IndentedJson {
  private static final String STEP = "  ";

  private IndentedJson() {}

  /// The value's text, without an end of the last line.
  public static String of(JsonValue value) {
    return of(value, "\n");
  }

  private static String of(JsonValue value, String newline) {
    return switch (value) {
      case ObjectValue object ->
          block(
              "{",
              object.properties().stream()
                  .map(member ->
                      QuotedText.of(member.getKey()) + ": " + of(member.getValue(), newline + STEP))
                  .toList(),
              "}",
              newline);
      case ArrayValue(var elements) ->
          block(
              "[",
              elements.stream().map(element -> of(element, newline + STEP)).toList(),
              "]",
              newline);
      case JsonValue.TextValue _,
          JsonValue.NumberValue _,
          JsonValue.BooleanValue _,
          JsonValue.Nothing _ ->
          value.toJson();
    };
  }

  private static String block(String begin, List<String> parts, String end, String newline) {
    return parts.isEmpty()
        ? begin + end
        : begin + newline + STEP + String.join("," + newline + STEP, parts) + newline + end;
  }
}
