package dev.jcompose.spec.schema;

import dev.jcompose.spec.schema.Shape.Keys;
import dev.jcompose.spec.schema.Shape.Rule;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes the source of `SchemaShapes` from the files of the schema.
final class SchemaShapesSource {
  private static final String ROOT = "compose.json";
  private static final String EXTENSIONS = "^x-";
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "TEXT",
          "number", "NUMBER",
          "integer", "INTEGER",
          "boolean", "TRUTH",
          "null", "NULL",
          "array", "LIST",
          "object", "MAPPING");

  private final Map<String, Shape> shapes = new TreeMap<>();
  private final Deque<String> open = new ArrayDeque<>(List.of(ROOT));
  private final Set<String> met = new HashSet<>(open);
  private final Set<String> taken = new HashSet<>();
  private final Set<String> imports = new TreeSet<>();
  private final List<String> methods = new ArrayList<>();
  private final Map<String, String> parts = new HashMap<>();

  private SchemaShapesSource() {}

  static String text() {
    return new SchemaShapesSource().all();
  }

  private String all() {
    while (!open.isEmpty()) {
      String id = open.removeFirst();
      String method = method(id);
      add("static boolean %s(Node value)".formatted(method), expression(shape(id), method) + ";");
    }
    StringBuilder text = new StringBuilder("package dev.jcompose.spec.schema;\n\n");
    imports.forEach(
        name -> text.append("import static dev.jcompose.spec.schema.Fits.%s;\n".formatted(name)));
    text.append(
        """

        import dev.jcompose.spec.yaml.Node;

        /// The schema as code, for {@link QuickCheck}: what it says of the values at each place.
        ///
        /// Written from the schema's files by SchemaShapesTest, which tells how to do it again.
        final class SchemaShapes {
          private SchemaShapes() {}
        """);
    methods.forEach(text::append);
    return text.append("}\n").toString();
  }

  private void add(String head, String body) {
    methods.add("\n  %s {\n    return %s\n  }\n".formatted(head, body));
  }

  private Shape shape(String id) {
    if (!shapes.containsKey(id)) {
      String file = id.replaceFirst("#.*", "");
      shapes.putAll(ShapeReader.read(file, SchemaFiles.ours(file)));
    }
    return Objects.requireNonNull(shapes.get(id), id);
  }

  private static String method(String id) {
    return camel(id.replace(".json", "").replace("$defs", "").split("[^a-zA-Z0-9]+", -1));
  }

  private static String camel(String... words) {
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      if (!word.isEmpty()) {
        name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
        name.append(word.substring(1));
      }
    }
    return name.toString();
  }

  private String expression(Shape shape, String name) {
    return shape.rules().isEmpty()
        ? "true"
        : shape.rules().stream()
            .map(rule -> condition(rule, name))
            .sorted(Comparator.comparingInt((String text) -> text.contains("::") ? 1 : 0))
            .collect(Collectors.joining(" && "));
  }

  private String condition(Rule rule, String name) {
    return switch (rule) {
      case Rule.Reference(String id) -> reference(id) + "(value)";
      case Rule.Types(Set<String> types) ->
          use("type")
              + "(value, "
              + types.stream()
                  .map(type -> use(Objects.requireNonNull(TYPES.get(type))))
                  .sorted()
                  .collect(Collectors.joining(" | "))
              + ")";
      case Rule.Words(Set<String> words) -> use("word") + "(value, " + quoted(words) + ")";
      case Rule.Required(List<String> keys) -> use("required") + "(value, " + quoted(keys) + ")";
      case Rule.Items(Shape shape) -> use("items") + "(value, " + shapeOf(shape, name) + ")";
      case Rule.Distinct() -> use("distinct") + "(value)";
      case Rule.Form(var pattern) ->
          use("form") + "(value, " + quoted(List.of(pattern.pattern())) + ")";
      case Rule.AtLeast(BigDecimal bound) ->
          use("atLeast") + "(value, " + bound.intValueExact() + ")";
      case Rule.AtMost(BigDecimal bound) ->
          use("atMost") + "(value, " + bound.intValueExact() + ")";
      case Rule.Fields fields -> use("fields") + "(value, " + fieldsOf(fields, name) + ")";
    };
  }

  private String reference(String id) {
    if (met.add(id)) {
      open.add(id);
    }
    return method(id);
  }

  private String shapeOf(Shape shape, String name) {
    List<Rule> rules = shape.rules();
    if (rules.size() == 1 && rules.getFirst() instanceof Rule.Reference(String id)) {
      return "SchemaShapes::" + reference(id);
    }
    return part(name + "Item", "Node value", expression(shape, name + "Item") + ";");
  }

  private String fieldsOf(Rule.Fields fields, String name) {
    SortedMap<String, Set<String>> keysByShape = new TreeMap<>();
    new TreeMap<>(fields.named())
        .forEach((key, shape) ->
            keysByShape
                .computeIfAbsent(
                    expression(shape, camel(name, camel(key.split("[^a-zA-Z0-9]+", -1)))),
                    _ -> new TreeSet<>())
                .add(key));
    StringBuilder body = new StringBuilder("switch (key) {\n");
    new TreeMap<>(
            keysByShape.entrySet().stream()
                .collect(
                    Collectors.toMap(entry -> quoted(entry.getValue()), entry -> entry.getKey())))
        .forEach((keys, shape) -> body.append("      case %s -> %s;\n".formatted(keys, shape)));
    String others = others(fields, name + "Field");
    return part(
        name + "Field",
        "String key, Node value",
        keysByShape.isEmpty()
            ? others + ";"
            : body.append("      default -> ").append(others).append(";\n    };").toString());
  }

  /// A reference to a method; one that is there already is used again.
  private String part(String name, String parameters, String body) {
    String method =
        parts.computeIfAbsent(
            parameters + body,
            _ -> {
              String free = free(name);
              add("private static boolean %s(%s)".formatted(free, parameters), body);
              return free;
            });
    return "SchemaShapes::" + method;
  }

  /// What holds for the fields that are not named.
  private String others(Rule.Fields fields, String method) {
    if (fields.patterned().isEmpty()) {
      return Boolean.toString(fields.others());
    }
    if (fields.patterned().size() > 1) {
      throw new IllegalArgumentException("not known: several patterns");
    }
    Keys keys = fields.patterned().getFirst();
    if (fields.named().keySet().stream().anyMatch(key -> keys.pattern().matcher(key).find())) {
      throw new IllegalArgumentException("not known: a field with a name and a pattern");
    }
    String pattern = keys.pattern().pattern();
    String found =
        switch (pattern) {
          case EXTENSIONS -> "key.startsWith(\"x-\")";
          default -> use("matches") + "(key, " + quoted(List.of(pattern)) + ")";
        };
    String shape = expression(keys.shape(), method + "Any");
    if (fields.others()) {
      return shape.equals("true")
          ? shape
          : "!" + found + " || " + (shape.contains(" && ") ? "(" + shape + ")" : shape);
    }
    return shape.equals("true") ? found : found + " && " + shape;
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + i;
    }
    return free;
  }

  private String use(String helper) {
    imports.add(helper);
    return helper;
  }

  private static String quoted(Collection<String> words) {
    return words.stream()
        .sorted()
        .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(", "));
  }
}
