package dev.jcompose.spec.write;

import dev.jcompose.model.Value;
import dev.jcompose.spec.yaml.Node;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/// A document that is not bound to the model, as `config --no-interpolate` prints it: variables
/// stand as they were typed, and keys are sorted.
public final class DocumentWriter {
  private DocumentWriter() {}

  /// As JSON, without a new line at the end.
  public static String json(Node.Mapping document) {
    return json(value(document));
  }

  /// That value as JSON, without a new line at the end.
  public static String json(Value value) {
    return JsonPrinter.indented(value);
  }

  /// As YAML, with a new line at the end.
  public static String yaml(Node.Mapping document) {
    return yaml(value(document));
  }

  /// That value as YAML, with a new line at the end.
  public static String yaml(Value value) {
    return YamlPrinter.print(value);
  }

  /// That part of a document, with keys sorted.
  public static Value value(Node node) {
    return switch (node) {
      case Node.Text(String text, var _) -> new Value.Text(text);
      case Node.Decimal(BigDecimal number, var _, var _) -> new Value.Decimal(number);
      case Node.Bool(boolean flag, var _, var _) -> new Value.Bool(flag);
      case Node.Null _ -> new Value.Null();
      case Node.Sequence(List<Node> items, var _) ->
          new Value.Items(items.stream().map(DocumentWriter::value).toList());
      case Node.Mapping mapping -> {
        TreeMap<String, Value> fields = new TreeMap<>();
        mapping.fields().forEach((key, field) -> fields.put(key, value(field.value())));
        yield new Value.Fields(new LinkedHashMap<>(fields));
      }
      case Node.Tagged tagged -> value(tagged.value());
    };
  }
}
