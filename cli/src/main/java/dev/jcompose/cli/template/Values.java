package dev.jcompose.cli.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Values as Go's templates see and write them.
final class Values {
  private Values() {}

  /// Whether a value counts as true: all but false, 0, and what is empty.
  static boolean isTrue(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case Number number -> number.doubleValue() != 0;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  /// As it is written: lists as `[a b]`, maps as `map[a:1 b:2]`.
  static String text(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(Values::text).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> map ->
          new TreeMap<>(map)
              .entrySet().stream()
                  .map(entry -> entry.getKey() + ":" + text(entry.getValue()))
                  .collect(Collectors.joining(" ", "map[", "]"));
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          Long.toString(number.longValue());
      default -> value.toString();
    };
  }

  /// The elements of a list by their place, or of a map by their keys, sorted.
  static Map<?, ?> elements(Object value) {
    return switch (value) {
      case List<?> list -> {
        Map<Long, Object> elements = new LinkedHashMap<>();
        list.forEach(element -> elements.put((long) elements.size(), element));
        yield elements;
      }
      case Map<?, ?> map -> new TreeMap<>(map);
      default -> throw new TemplateException("\"" + text(value) + "\" is not a list");
    };
  }
}
