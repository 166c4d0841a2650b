package dev.jcompose.spec.schema;

import dev.jcompose.spec.schema.Shape.Keys;
import dev.jcompose.spec.schema.Shape.Rule;
import dev.jcompose.spec.yaml.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells that a document is valid, for it starts and works much faster than the library that says
/// what is wrong with one. It reads only those files of the schema that the document calls for.
///
/// What it accepts is valid; what it does not is to be looked at by {@link NetworkntValidator}. Can
/// be used by several threads.
final class QuickCheck {
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

  /// Whether the document is valid for certain.
  boolean accepts(Node.Mapping document) {
    return fits(document, shape("compose.json"));
  }

  private Shape shape(String id) {
    Shape known = shapes.get(id);
    if (known != null) {
      return known;
    }
    int hash = id.indexOf('#');
    String file = hash < 0 ? id : id.substring(0, hash);
    shapes.putAll(ShapeReader.read(file, SchemaFiles.ours(file)));
    return Optional.ofNullable(shapes.get(id))
        .orElseThrow(() -> new IllegalStateException("the schema has no part " + id));
  }

  private boolean fits(Node node, Shape shape) {
    Node value = node instanceof Node.Tagged tagged ? tagged.value() : node;
    for (Rule rule : shape.rules()) {
      if (!holds(rule, value)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(Rule rule, Node node) {
    return switch (rule) {
      case Rule.Reference(String id) -> fits(node, shape(id));
      case Rule.Types(Set<String> allowed) -> isOneOf(allowed, node);
      case Rule.Words(Set<String> allowed) ->
          node instanceof Node.Text(String text, _) && allowed.contains(text);
      case Rule.Fields fields ->
          !(node instanceof Node.Mapping mapping) || fieldsFit(fields, mapping);
      case Rule.Required(List<String> keys) ->
          !(node instanceof Node.Mapping mapping) || mapping.fields().keySet().containsAll(keys);
      case Rule.Items(Shape shape) ->
          !(node instanceof Node.Sequence(List<Node> items, _)) || itemsFit(items, shape);
      case Rule.Distinct() ->
          !(node instanceof Node.Sequence(List<Node> items, _)) || areDistinct(items);
      case Rule.Form(var pattern) ->
          !(node instanceof Node.Text(String text, _)) || pattern.matcher(text).find();
      case Rule.AtLeast(BigDecimal bound) ->
          !(node instanceof Node.Decimal number) || number.value().compareTo(bound) >= 0;
      case Rule.AtMost(BigDecimal bound) ->
          !(node instanceof Node.Decimal number) || number.value().compareTo(bound) <= 0;
    };
  }

  private static boolean isOneOf(Set<String> types, Node node) {
    return switch (node) {
      case Node.Text _ -> types.contains("string");
      case Node.Decimal number ->
          types.contains("number") || (types.contains("integer") && isIntegral(number.value()));
      case Node.Bool _ -> types.contains("boolean");
      case Node.Null _ -> types.contains("null");
      case Node.Sequence _ -> types.contains("array");
      case Node.Mapping _ -> types.contains("object");
      case Node.Tagged _ -> false;
    };
  }

  /// JSON Schema takes `1.0` for an integer.
  private static boolean isIntegral(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private boolean fieldsFit(Rule.Fields rule, Node.Mapping mapping) {
    for (Map.Entry<String, Node.Field> field : mapping.fields().entrySet()) {
      if (!fieldFits(rule, field.getKey(), field.getValue().value())) {
        return false;
      }
    }
    return true;
  }

  private boolean fieldFits(Rule.Fields rule, String key, Node value) {
    Shape named = rule.named().get(key);
    boolean known = named != null;
    if (named != null && !fits(value, named)) {
      return false;
    }
    for (Keys keys : rule.patterned()) {
      if (keys.pattern().matcher(key).find()) {
        known = true;
        if (!fits(value, keys.shape())) {
          return false;
        }
      }
    }
    return known || rule.others();
  }

  private boolean itemsFit(List<Node> items, Shape shape) {
    for (Node item : items) {
      if (!fits(item, shape)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areDistinct(List<Node> items) {
    if (items.size() < 2) {
      return true;
    }
    Set<Object> values = new HashSet<>();
    for (Node item : items) {
      if (!values.add(value(item))) {
        return false;
      }
    }
    return true;
  }

  /// What a node says without where it says it. Numbers that are equal are the same however they
  /// are written.
  private static Object value(Node node) {
    return switch (node) {
      case Node.Text(String text, _) -> text;
      case Node.Decimal number -> number.value().stripTrailingZeros();
      case Node.Bool(boolean truth, _, _) -> truth;
      case Node.Null _ -> Optional.empty();
      case Node.Tagged tagged -> value(tagged.value());
      case Node.Sequence(List<Node> items, _) -> {
        List<Object> values = new ArrayList<>();
        items.forEach(item -> values.add(value(item)));
        yield values;
      }
      case Node.Mapping mapping -> {
        Map<String, Object> values = new HashMap<>();
        mapping.fields().forEach((key, field) -> values.put(key, value(field.value())));
        yield values;
      }
    };
  }
}
