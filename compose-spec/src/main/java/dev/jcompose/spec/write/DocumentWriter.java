package dev.jcompose.spec.write;

import dev.jcompose.model.Value;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.merge.UniqueItems;
import dev.jcompose.spec.yaml.Node;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/// A document that is not bound to the model, as `config --no-interpolate` prints it: variables
/// stand as they were typed, and keys are sorted.
public final class DocumentWriter {
  private DocumentWriter() {}

  /// As JSON, without a new line at the end.
  public static String json(Node.Mapping document) {
    return json(value(document, NodePath.ROOT, Form.JSON));
  }

  /// That value as JSON, without a new line at the end.
  public static String json(Value value) {
    return JsonPrinter.indented(value);
  }

  /// That value as JSON, indented by that many spaces, without a new line at the end.
  public static String json(Value value, int spaces) {
    return JsonPrinter.indented(value, spaces);
  }

  /// As YAML, with a new line at the end.
  public static String yaml(Node.Mapping document) {
    return yaml(value(document));
  }

  /// That value as YAML, with a new line at the end.
  public static String yaml(Value value) {
    return YamlPrinter.print(value);
  }

  /// A document, or a part of one, with keys sorted.
  public static Value value(Node node) {
    return value(node, NodePath.ROOT, Form.YAML);
  }

  /// As docker compose does, JSON says `null` for most empty lists.
  private static Value value(Node node, NodePath path, Form form) {
    return switch (node) {
      case Node.Text(String text, var _) -> new Value.Text(text);
      case Node.Whole(BigInteger number, var _, var _) -> new Value.Whole(number);
      case Node.Decimal(double number, var _, var _) -> new Value.Decimal(number);
      case Node.Bool(boolean flag, var _, var _) -> new Value.Bool(flag);
      case Node.Null _ -> new Value.Null();
      case Node.Sequence(List<Node> items, var _) ->
          items.isEmpty() && form == Form.JSON && !staysEmpty(path)
              ? new Value.Null()
              : new Value.Items(
                  items.stream().map(item -> value(item, path.child(0), form)).toList());
      case Node.Mapping mapping -> {
        TreeMap<String, Value> fields = new TreeMap<>();
        mapping
            .fields()
            .forEach((key, field) -> fields.put(key, value(field.value(), path.child(key), form)));
        yield new Value.Fields(new LinkedHashMap<>(fields));
      }
      case Node.Tagged tagged -> value(tagged.value(), path, form);
    };
  }

  /// Whether the list was made anew while it was read, and not for its variables.
  private static boolean staysEmpty(NodePath path) {
    NodePath.Segment last = path.segments().getLast();
    return UniqueItems.concerns(path)
        && !last.equals(new NodePath.Segment.Key("environment"))
        && !last.equals(new NodePath.Segment.Key("args"));
  }
}
