package dev.jcompose.spec.write;

import dev.jcompose.model.Value;
import dev.jcompose.spec.scalar.NumberText;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// JSON as the reference prints it, letter for letter, since hashes are made of it: `<`, `>` and
/// `&` are escaped, all other characters stand as they are.
final class JsonPrinter {
  private final StringBuilder out = new StringBuilder();
  private final String indent;

  private JsonPrinter(String indent) {
    this.indent = indent;
  }

  /// On one line, without spaces.
  static String compact(Value value) {
    return print(value, "");
  }

  /// On many lines, indented by two spaces.
  static String indented(Value value) {
    return indented(value, 2);
  }

  /// On many lines, indented by that many spaces.
  static String indented(Value value, int spaces) {
    return print(value, " ".repeat(spaces));
  }

  private static String print(Value value, String indent) {
    JsonPrinter printer = new JsonPrinter(indent);
    printer.value(value, 0);
    return printer.out.toString();
  }

  private void value(Value value, int depth) {
    switch (value) {
      case Value.Text(String text) -> quoted(text);
      case Value.Decimal(BigDecimal number) -> out.append(NumberText.asJson(number));
      case Value.Bool(boolean flag) -> out.append(flag);
      case Value.Null() -> out.append("null");
      case Value.Items(List<Value> values) -> items(values, depth);
      case Value.Fields(SequencedMap<String, Value> values) -> fields(values, depth);
    }
  }

  private void items(List<Value> values, int depth) {
    out.append('[');
    for (Iterator<Value> each = values.iterator(); each.hasNext(); ) {
      newLine(depth + 1);
      value(each.next(), depth + 1);
      out.append(each.hasNext() ? "," : "");
    }
    close(values.isEmpty(), depth, ']');
  }

  private void fields(SequencedMap<String, Value> values, int depth) {
    out.append('{');
    for (Iterator<Map.Entry<String, Value>> each = values.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<String, Value> field = each.next();
      newLine(depth + 1);
      quoted(field.getKey());
      out.append(indent.isEmpty() ? ":" : ": ");
      value(field.getValue(), depth + 1);
      out.append(each.hasNext() ? "," : "");
    }
    close(values.isEmpty(), depth, '}');
  }

  private void close(boolean empty, int depth, char bracket) {
    if (!empty) {
      newLine(depth);
    }
    out.append(bracket);
  }

  private void newLine(int depth) {
    if (!indent.isEmpty()) {
      out.append('\n').repeat(indent, depth);
    }
  }

  private void quoted(String text) {
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
        default -> plainOrEscaped(c);
      }
    }
    out.append('"');
  }

  private void plainOrEscaped(char c) {
    boolean escape = c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
    out.append(escape ? String.format("\\u%04x", (int) c) : String.valueOf(c));
  }
}
