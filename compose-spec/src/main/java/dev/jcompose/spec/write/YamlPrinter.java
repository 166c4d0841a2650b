package dev.jcompose.spec.write;

import dev.jcompose.model.Value;
import dev.jcompose.spec.scalar.FloatText;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// YAML in block style. Text is plain where every reader takes it for text, a block where it has
/// lines, and in double quotes elsewhere.
final class YamlPrinter {
  private static final Pattern PLAIN =
      Pattern.compile(
          "[\\p{IsAlphabetic}_/.$(][^\\p{Cntrl}#:,\\[\\]{}&*!|>'\"%`\\\\]*(?:[:#][^\\p{Cntrl}\\s#:,\\[\\]{}&*!|>'\"%`\\\\]+)*");

  private static final Pattern WORD =
      Pattern.compile("~|null|true|false|yes|no|on|off|y|n|\\.inf|\\.nan|\\..*|<<|=");

  private static final Pattern BLOCK =
      Pattern.compile("(?s)[^\\s\\p{Cntrl}][^\\p{Cntrl}&&[^\\n\\t]]*[^\\s]\\n?");

  private final StringBuilder out = new StringBuilder();

  private YamlPrinter() {}

  /// The value as a document, ending with a new line.
  static String print(Value value) {
    YamlPrinter printer = new YamlPrinter();
    printer.value(value, 0);
    return printer.out.toString();
  }

  private void value(Value value, int depth) {
    switch (value) {
      case Value.Fields(SequencedMap<String, Value> values) -> fields(values, depth);
      case Value.Items(List<Value> values) -> items(values, depth);
      case Value.Text(String text) -> out.append(scalar(text, depth)).append('\n');
      case Value.Whole(BigInteger number) -> out.append(number).append('\n');
      case Value.Decimal(double number) -> out.append(FloatText.asJson(number)).append('\n');
      case Value.Bool(boolean flag) -> out.append(flag).append('\n');
      case Value.Null() -> out.append("null\n");
    }
  }

  private void fields(SequencedMap<String, Value> values, int depth) {
    if (values.isEmpty()) {
      out.append("{}\n");
      return;
    }
    boolean first = startsLine();
    for (var field : values.entrySet()) {
      out.repeat("  ", first ? depth : 0).append(key(field.getKey())).append(':');
      first = true;
      nested(field.getValue(), depth + 1);
    }
  }

  /// A value after its key: on the same line if it is one word, on the lines below otherwise.
  private void nested(Value value, int depth) {
    boolean below =
        switch (value) {
          case Value.Fields(var values) -> !values.isEmpty();
          case Value.Items(var values) -> !values.isEmpty();
          case Value.Scalar _ -> false;
        };
    out.append(below ? '\n' : ' ');
    value(value, depth);
  }

  private void items(List<Value> values, int depth) {
    if (values.isEmpty()) {
      out.append("[]\n");
      return;
    }
    boolean first = startsLine();
    for (Value item : values) {
      out.repeat("  ", first ? depth : 0).append("- ");
      first = true;
      value(item, depth + 1);
    }
  }

  private boolean startsLine() {
    return out.isEmpty() || out.charAt(out.length() - 1) == '\n';
  }

  private static String key(String text) {
    return isPlain(text) ? text : JsonPrinter.compact(new Value.Text(text));
  }

  private static String scalar(String text, int depth) {
    if (isPlain(text)) {
      return text;
    }
    return text.contains("\n") && BLOCK.matcher(text).matches()
        ? block(text, depth)
        : JsonPrinter.compact(new Value.Text(text));
  }

  private static String block(String text, int depth) {
    boolean ends = text.endsWith("\n");
    StringBuilder block = new StringBuilder(ends ? "|" : "|-");
    (ends ? text.substring(0, text.length() - 1) : text)
        .lines()
        .forEach(line ->
            block
                .append('\n')
                .append(line.isEmpty() ? "" : "  ".repeat(Math.max(depth, 1)) + line));
    return block.toString();
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !text.endsWith(" ")
        && !text.contains(" #")
        && !WORD.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }
}
