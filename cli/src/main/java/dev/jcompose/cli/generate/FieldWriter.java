package dev.jcompose.cli.generate;

import dev.jcompose.model.Value;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Gathers the attributes of a mapping of a Compose file; what is empty is left out. A `$` is
/// doubled, for no variable is meant.
final class FieldWriter {
  private final SequencedMap<String, Value> fields = new LinkedHashMap<>();

  /// A mapping of texts, empty ones included.
  static FieldWriter ofTexts(Map<String, String> texts) {
    var writer = new FieldWriter();
    texts.forEach((key, text) -> writer.put(key, text(text)));
    return writer;
  }

  FieldWriter put(String key, Value value) {
    fields.put(key, value);
    return this;
  }

  FieldWriter text(String key, String text) {
    return text.isEmpty() ? this : put(key, text(text));
  }

  /// Each of them is taken for what it looks like: a number, a switch, or else text.
  FieldWriter scalar(String key, String text) {
    if (text.isEmpty()) {
      return this;
    }
    if (text.equals("true") || text.equals("false")) {
      return put(key, new Value.Bool(text.equals("true")));
    }
    return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?") ? put(key, number(text)) : text(key, text);
  }

  private static Value number(String text) {
    return text.indexOf('.') < 0
        ? new Value.Whole(new BigInteger(text))
        : new Value.Decimal(Double.parseDouble(text));
  }

  FieldWriter texts(String key, List<String> texts) {
    return texts.isEmpty() ? this : items(key, texts);
  }

  /// Written even if there are none.
  FieldWriter items(String key, List<String> texts) {
    return put(key, new Value.Items(texts.stream().map(FieldWriter::text).toList()));
  }

  FieldWriter nested(String key, FieldWriter nested) {
    return nested.isEmpty() ? this : put(key, nested.value());
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  Value.Fields value() {
    return new Value.Fields(fields);
  }

  static Value text(String text) {
    return new Value.Text(text.replace("$", "$$"));
  }
}
