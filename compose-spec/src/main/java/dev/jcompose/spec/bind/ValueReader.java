package dev.jcompose.spec.bind;

import dev.jcompose.model.Extensions;
import dev.jcompose.model.Value;
import dev.jcompose.spec.yaml.Node;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Takes over what Compose gives no meaning to.
final class ValueReader {
  private ValueReader() {}

  /// What stands under keys that begin with `x-`.
  static Extensions extensions(Node.Mapping mapping) {
    SequencedMap<String, Value> values = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach((key, field) -> {
          if (key.startsWith("x-")) {
            values.put(key, value(field.value()));
          }
        });
    return values.isEmpty() ? Extensions.NONE : new Extensions(values);
  }

  private static Value value(Node node) {
    return switch (node) {
      case Node.Text(String text, var _) -> new Value.Text(text);
      case Node.Whole(BigInteger number, var _, var _) -> new Value.Whole(number);
      case Node.Decimal(double number, var _, var _) -> new Value.Decimal(number);
      case Node.Bool(boolean flag, var _, var _) -> new Value.Bool(flag);
      case Node.Null _ -> new Value.Null();
      case Node.Sequence(List<Node> items, var _) ->
          new Value.Items(items.stream().map(ValueReader::value).toList());
      case Node.Mapping mapping -> {
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        mapping.fields().forEach((key, field) -> values.put(key, value(field.value())));
        yield new Value.Fields(values);
      }
      case Node.Tagged tagged -> value(tagged.value());
    };
  }
}
