package dev.jcompose.cli.template;

import dev.jcompose.cli.text.JsonText;
import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The functions of templates: those of Go, and those that docker adds.
final class Functions {
  private Functions() {}

  /// @throws TemplateException if there is no such function, or it cannot do with these arguments
  static Object call(String function, List<Object> arguments) {
    Arguments given = new Arguments(function, arguments);
    return switch (function) {
      case "json" -> JsonText.of(withoutMethods(given.at(0)));
      case "upper" -> given.text(0).toUpperCase(Locale.ROOT);
      case "lower" -> given.text(0).toLowerCase(Locale.ROOT);
      case "title" -> title(given.text(0));
      case "join" ->
          given.list(0).stream().map(Values::text).collect(Collectors.joining(given.text(1)));
      case "split" ->
          Arrays.asList(given.text(0).split(java.util.regex.Pattern.quote(given.text(1)), -1));
      case "truncate" ->
          given.text(0).substring(0, Math.min(given.number(1), given.text(0).length()));
      case "pad" -> " ".repeat(given.number(1)) + given.text(0) + " ".repeat(given.number(2));
      case "println" -> spaced(arguments) + "\n";
      case "print" -> arguments.stream().map(Values::text).collect(Collectors.joining());
      case "printf" -> formatted(given.text(0), arguments.subList(1, arguments.size()));
      case "len" -> given.length(0);
      case "index" -> index(given);
      case "not" -> !Values.isTrue(given.at(0));
      case "and" -> firstOr(arguments, false);
      case "or" -> firstOr(arguments, true);
      case "eq" -> arguments.stream().skip(1).anyMatch(other -> compare(given.at(0), other) == 0);
      case "ne" -> compare(given.at(0), given.at(1)) != 0;
      case "lt" -> compare(given.at(0), given.at(1)) < 0;
      case "le" -> compare(given.at(0), given.at(1)) <= 0;
      case "gt" -> compare(given.at(0), given.at(1)) > 0;
      case "ge" -> compare(given.at(0), given.at(1)) >= 0;
      default -> throw new TemplateException("there is no function \"" + function + "\"");
    };
  }

  private record Arguments(String function, List<Object> values) {
    Object at(int place) {
      if (place >= values.size()) {
        throw new TemplateException("`" + function + "` wants more arguments");
      }
      return values.get(place);
    }

    String text(int place) {
      return Values.text(at(place));
    }

    int number(int place) {
      if (at(place) instanceof Number number && number.intValue() >= 0) {
        return number.intValue();
      }
      throw new TemplateException("`" + function + "`: \"" + text(place) + "\" is not a number");
    }

    List<?> list(int place) {
      return List.copyOf(Values.elements(at(place)).values());
    }

    long length(int place) {
      return at(place) instanceof String text ? text.length() : list(place).size();
    }
  }

  /// The first value that is, or is not, true; else the last.
  private static Object firstOr(List<Object> values, boolean wanted) {
    return values.stream()
        .filter(value -> Values.isTrue(value) == wanted)
        .findFirst()
        .orElseGet(() -> values.isEmpty() ? "" : values.getLast());
  }

  private static Object index(Arguments given) {
    Object value = given.at(0);
    for (Object key : given.values().subList(1, given.values().size())) {
      Object found =
          value instanceof Map<?, ?> map ? map.get(key) : Values.elements(value).get(key);
      if (found == null && !(value instanceof Map<?, ?>)) {
        throw new TemplateException("`index`: there is no element " + Values.text(key));
      }
      value = found == null ? "" : found;
    }
    return value;
  }

  private static int compare(Object one, Object other) {
    if (one instanceof Number left && other instanceof Number right) {
      return Double.compare(left.doubleValue(), right.doubleValue());
    }
    return Values.text(one).compareTo(Values.text(other));
  }

  private static String spaced(List<Object> values) {
    return values.stream().map(Values::text).collect(Collectors.joining(" "));
  }

  /// `%v` and `%q` are Go's own; what else is used means the same in Java.
  private static String formatted(String pattern, List<Object> values) {
    Object[] shown =
        values.stream()
            .map(value -> value instanceof Number ? value : Values.text(value))
            .toArray();
    try {
      return String.format(Locale.ROOT, pattern.replace("%v", "%s").replace("%q", "\"%s\""), shown);
    } catch (IllegalFormatException _) {
      throw new TemplateException("`printf`: \"" + pattern + "\" does not fit its values");
    }
  }

  private static String title(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static Object withoutMethods(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((key, field) -> {
      if (!(field instanceof Template.Method)) {
        fields.put(Values.text(key), field);
      }
    });
    return fields;
  }
}
