package dev.jcompose.spec.schema;

import dev.jcompose.spec.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The values of a document for a validator that knows JSON.
final class NodeToJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// The validator compares with bounds as 64-bit numbers, and fails where a number is none.
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE - 1);

  private NodeToJson() {}

  static JsonNode convert(Node node) {
    return switch (node) {
      case Node.Text(String value, var _) -> JSON.stringNode(value);
      case Node.Whole(BigInteger number, var _, var _) -> JSON.numberNode(number);
      case Node.Decimal(double number, var _, var _) ->
          JSON.numberNode(BigDecimal.valueOf(number).min(MOST).max(MOST.negate()));
      case Node.Bool(boolean value, var _, var _) -> JSON.booleanNode(value);
      case Node.Null _ -> JSON.nullNode();
      case Node.Tagged tagged -> convert(tagged.value());
      case Node.Sequence(List<Node> items, var _) -> {
        ArrayNode array = JSON.arrayNode(items.size());
        items.forEach(item -> array.add(convert(item)));
        yield array;
      }
      case Node.Mapping mapping -> {
        ObjectNode object = JSON.objectNode();
        mapping.fields().forEach((key, field) -> object.set(key, convert(field.value())));
        yield object;
      }
    };
  }
}
