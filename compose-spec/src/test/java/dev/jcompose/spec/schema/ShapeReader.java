package dev.jcompose.spec.schema;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.schema.JsonText.Json;
import dev.jcompose.spec.schema.Shape.Keys;
import dev.jcompose.spec.schema.Shape.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes shapes of one file of the schema.
///
/// It knows the keywords that our schema uses and refuses all others, so that none can be passed
/// over.
final class ShapeReader {
  private static final String DEFINITIONS = "$defs";

  private final Map<String, Pattern> patterns = new HashMap<>();

  private final String file;

  private ShapeReader(String file) {
    this.file = file;
  }

  /// The shapes of a file by their identifiers.
  static Map<String, Shape> read(String file, String text) {
    ShapeReader reader = new ShapeReader(file);
    Map<String, Json> root = members(JsonText.read(text));
    Map<String, Shape> shapes = new HashMap<>();
    shapes.put(file, reader.shape(root));
    below(root, DEFINITIONS)
        .forEach((name, definition) ->
            shapes.put(file + "#/" + DEFINITIONS + "/" + name, reader.shape(definition)));
    return shapes;
  }

  private Shape shape(Json json) {
    if (json instanceof Json.Truth(boolean anything) && anything) {
      return new Shape(List.of());
    }
    return shape(members(json));
  }

  private Shape shape(Map<String, Json> keywords) {
    List<Rule> rules = new ArrayList<>();
    keywords.forEach((keyword, value) -> {
      switch (keyword) {
        case "$schema", "$id", "$comment", "description", DEFINITIONS -> {}
        case "$ref" -> rules.add(new Rule.Reference(absolute(text(value))));
        case "type" -> rules.add(new Rule.Types(words(value)));
        case "enum" -> rules.add(new Rule.Words(words(value)));
        case "required" -> rules.add(new Rule.Required(List.copyOf(words(value))));
        case "items" -> rules.add(new Rule.Items(shape(value)));
        case "pattern" -> rules.add(new Rule.Form(pattern(text(value))));
        case "minimum" -> rules.add(new Rule.AtLeast(((Json.Decimal) value).value()));
        case "maximum" -> rules.add(new Rule.AtMost(((Json.Decimal) value).value()));
        case "properties", "patternProperties" -> {}
        case "additionalProperties" -> demand(!truth(value), keyword);
        case "uniqueItems" -> {
          demand(truth(value), keyword);
          rules.add(new Rule.Distinct());
        }
        default -> throw new IllegalArgumentException("unknown keyword " + keyword);
      }
    });
    Rule.Fields fields = fields(keywords);
    if (!fields.others() || !fields.named().isEmpty() || !fields.patterned().isEmpty()) {
      rules.add(fields);
    }
    return new Shape(rules);
  }

  private Rule.Fields fields(Map<String, Json> keywords) {
    Map<String, Shape> named = new HashMap<>();
    below(keywords, "properties").forEach((key, value) -> named.put(key, shape(value)));
    List<Keys> patterned = new ArrayList<>();
    below(keywords, "patternProperties")
        .forEach((regex, value) -> patterned.add(new Keys(pattern(regex), shape(value))));
    return new Rule.Fields(named, patterned, !keywords.containsKey("additionalProperties"));
  }

  private String absolute(String reference) {
    return reference.startsWith("#") ? file + reference : reference;
  }

  private Pattern pattern(String regex) {
    return patterns.computeIfAbsent(regex, Pattern::compile);
  }

  private static void demand(boolean known, String keyword) {
    if (!known) {
      throw new IllegalArgumentException("unknown use of " + keyword);
    }
  }

  private static Map<String, Json> below(Map<String, Json> keywords, String keyword) {
    return members(keywords.getOrDefault(keyword, new Json.Members(Ordered.map())));
  }

  private static Map<String, Json> members(Json json) {
    return ((Json.Members) json).byName();
  }

  private static boolean truth(Json json) {
    return ((Json.Truth) json).value();
  }

  private static String text(Json json) {
    return ((Json.Text) json).value();
  }

  private static Set<String> words(Json json) {
    if (json instanceof Json.Items(List<Json> values)) {
      Set<String> words = new HashSet<>();
      values.forEach(value -> words.add(text(value)));
      return words;
    }
    return Set.of(text(json));
  }
}
