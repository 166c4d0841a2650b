package dev.jcompose.spec.write;

import dev.jcompose.model.Value;
import dev.jcompose.spec.scalar.FloatText;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// JSON as the reference prints it, letter for letter, since hashes are made of it.
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
      case Value.Text(String text) -> JsonString.append(out, text);
      case Value.Whole(BigInteger number) -> out.append(number);
      case Value.Decimal(double number) -> out.append(FloatText.asJson(number));
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
      JsonString.append(out, field.getKey());
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
}
