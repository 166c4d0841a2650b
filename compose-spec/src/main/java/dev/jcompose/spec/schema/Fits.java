package dev.jcompose.spec.schema;

import dev.jcompose.spec.yaml.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// What the keywords of JSON Schema say of a value. As there, a keyword has nothing to say of
/// values of other types than its own.
final class Fits {
  static final int TEXT = 1;
  static final int NUMBER = 1 << 1;
  static final int INTEGER = 1 << 2;
  static final int TRUTH = 1 << 3;
  static final int NULL = 1 << 4;
  static final int LIST = 1 << 5;
  static final int MAPPING = 1 << 6;

  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private Fits() {}

  /// A part of the schema.
  interface Shape {
    boolean fits(Node value);
  }

  /// What a part of the schema says of the fields of a mapping, one by one.
  interface FieldShape {
    boolean fits(String key, Node value);
  }

  /// `type`
  ///
  /// @param types the sum of the allowed ones
  static boolean type(Node value, int types) {
    int type =
        switch (value) {
          case Node.Text _ -> TEXT;
          case Node.Whole _ -> NUMBER | INTEGER;
          case Node.Decimal(double number, _, _) -> isIntegral(number) ? NUMBER | INTEGER : NUMBER;
          case Node.Bool _ -> TRUTH;
          case Node.Null _ -> NULL;
          case Node.Sequence _ -> LIST;
          case Node.Mapping _ -> MAPPING;
          case Node.Tagged _ -> 0;
        };
    return (type & types) != 0;
  }

  /// JSON Schema takes `1.0` for an integer.
  private static boolean isIntegral(double number) {
    return number == Math.rint(number);
  }

  /// `enum`
  static boolean word(Node value, String... words) {
    return value instanceof Node.Text(String text, _) && List.of(words).contains(text);
  }

  /// `properties` and what belongs to them.
  static boolean fields(Node value, FieldShape shape) {
    if (value instanceof Node.Mapping mapping) {
      for (Map.Entry<String, Node.Field> field : mapping.fields().entrySet()) {
        if (!shape.fits(field.getKey(), untagged(field.getValue().value()))) {
          return false;
        }
      }
    }
    return true;
  }

  /// `required`
  static boolean required(Node value, String... keys) {
    return !(value instanceof Node.Mapping mapping)
        || mapping.fields().keySet().containsAll(List.of(keys));
  }

  /// `items`
  static boolean items(Node value, Shape shape) {
    if (value instanceof Node.Sequence(List<Node> items, _)) {
      for (Node item : items) {
        if (!shape.fits(untagged(item))) {
          return false;
        }
      }
    }
    return true;
  }

  /// `uniqueItems`
  static boolean distinct(Node value) {
    if (!(value instanceof Node.Sequence(List<Node> items, _)) || items.size() < 2) {
      return true;
    }
    Set<Object> values = new HashSet<>();
    for (Node item : items) {
      if (!values.add(content(item))) {
        return false;
      }
    }
    return true;
  }

  /// `pattern`
  static boolean form(Node value, String pattern) {
    return !(value instanceof Node.Text(String text, _)) || matches(text, pattern);
  }

  /// `minimum`
  static boolean atLeast(Node value, int bound) {
    return !(value instanceof Node.Numeral number) || number.size() >= bound;
  }

  /// `maximum`
  static boolean atMost(Node value, int bound) {
    return !(value instanceof Node.Numeral number) || number.size() <= bound;
  }

  /// Whether the pattern is found in the text.
  static boolean matches(String text, String pattern) {
    return PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).find();
  }

  /// What the schema looks at where files are merged by tags.
  static Node untagged(Node value) {
    return value instanceof Node.Tagged tagged ? tagged.value() : value;
  }

  /// What a node says without where it says it. Numbers that are equal are the same however they
  /// are written.
  private static Object content(Node node) {
    return switch (node) {
      case Node.Text(String text, _) -> text;
      case Node.Whole(BigInteger number, _, _) -> number;
      case Node.Decimal(double number, _, _) ->
          isIntegral(number) ? new BigDecimal(number).toBigInteger() : number;
      case Node.Bool(boolean truth, _, _) -> truth;
      case Node.Null _ -> Optional.empty();
      case Node.Tagged tagged -> content(tagged.value());
      case Node.Sequence(List<Node> items, _) -> {
        List<Object> values = new ArrayList<>();
        items.forEach(item -> values.add(content(item)));
        yield values;
      }
      case Node.Mapping mapping -> {
        Map<String, Object> values = new HashMap<>();
        mapping.fields().forEach((key, field) -> values.put(key, content(field.value())));
        yield values;
      }
    };
  }
}
