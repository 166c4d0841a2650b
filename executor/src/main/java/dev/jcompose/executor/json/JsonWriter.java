package dev.jcompose.executor.json;

/// Writes a value in the shortest form.
final class JsonWriter {
  private final StringBuilder text = new StringBuilder();

  static String write(JsonValue value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return writer.text.toString();
  }

  private void value(JsonValue value) {
    switch (value) {
      case JsonValue.ObjectValue object -> object(object);
      case JsonValue.ArrayValue array -> array(array);
      case JsonValue.TextValue(String string) -> string(string);
      case JsonValue.NumberValue(String digits) -> text.append(digits);
      case JsonValue.BooleanValue(boolean truth) -> text.append(truth);
      case JsonValue.Nothing _ -> text.append("null");
    }
  }

  private void object(JsonValue.ObjectValue object) {
    char separator = '{';
    for (var member : object.members().entrySet()) {
      text.append(separator);
      string(member.getKey());
      text.append(':');
      value(member.getValue());
      separator = ',';
    }
    text.append(object.isEmpty() ? "{}" : "}");
  }

  private void array(JsonValue.ArrayValue array) {
    char separator = '[';
    for (JsonValue element : array) {
      text.append(separator);
      value(element);
      separator = ',';
    }
    text.append(array.isEmpty() ? "[]" : "]");
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> plain(c);
      }
    }
    text.append('"');
  }

  /// Halves of a pair that stand alone have no form in UTF-8.
  private void plain(char c) {
    if (c < ' ' || Character.isSurrogate(c)) {
      text.append("\\u%04x".formatted((int) c));
    } else {
      text.append(c);
    }
  }
}
