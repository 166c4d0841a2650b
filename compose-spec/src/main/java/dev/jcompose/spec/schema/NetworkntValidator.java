package dev.jcompose.spec.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.schema.Breach.Rule;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schema as the library networknt reads it. Making one takes a while; checking is quick.
final class NetworkntValidator implements SchemaValidator {
  private final Schema schema;
  private final Map<String, JsonNode> files = new ConcurrentHashMap<>();

  private NetworkntValidator(Schema schema) {
    this.schema = schema;
  }

  /// Reads the schema from the resources beside this class.
  static NetworkntValidator create() {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(SchemaFiles::text));
    Schema schema = registry.getSchema(SchemaLocation.of(SchemaFiles.BASE + "compose.json"));
    schema.initializeValidators();
    return new NetworkntValidator(schema);
  }

  @Override
  public List<Breach> check(Node.Mapping document) {
    return schema.validate(NodeToJson.convert(document)).stream()
        .flatMap(error -> rules(error).map(rule -> new Breach(path(error), rule)))
        .toList();
  }

  private Stream<Rule> rules(Error error) {
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> Stream.of(new Rule.Type(words(rule)));
      case "enum" -> Stream.of(new Rule.Word(words(rule)));
      case "required" -> Stream.of(new Rule.MissingKey(error.getProperty()));
      case "minimum" -> Stream.of(new Rule.Bound("at least " + rule.asString()));
      case "maximum" -> Stream.of(new Rule.Bound("at most " + rule.asString()));
      case "pattern" -> Stream.of(new Rule.Form(around(error).path("description").asString()));
      case "additionalProperties" -> Stream.of(unknownKey(error));
      case "uniqueItems" -> repetitions(error.getInstanceNode());
      default -> throw new IllegalStateException("no words for " + error);
    };
  }

  private Rule unknownKey(Error error) {
    JsonNode known = around(error).path("properties");
    return known.isMissingNode()
        ? new Rule.BadKey(error.getProperty())
        : new Rule.UnknownKey(error.getProperty(), List.copyOf(known.propertyNames()));
  }

  private static Stream<Rule> repetitions(JsonNode list) {
    Map<JsonNode, Integer> seen = new HashMap<>();
    List<Rule> found = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Integer first = seen.putIfAbsent(list.get(i), i);
      if (first != null) {
        found.add(new Rule.Repetition(first, i));
      }
    }
    return found.stream();
  }

  private static List<String> words(JsonNode node) {
    List<String> words = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(word -> words.add(word.asString()));
    } else {
      words.add(node.asString());
    }
    return words;
  }

  private static NodePath path(Error error) {
    NodePath path = NodePath.ROOT;
    var location = error.getInstanceLocation();
    for (int i = 0; i < location.getNameCount(); i++) {
      Object name = location.getElement(i);
      path = name instanceof Integer index ? path.child(index) : path.child(name.toString());
    }
    return path;
  }

  /// The part of the schema that the broken rule stands in.
  private JsonNode around(Error error) {
    String location = error.getSchemaLocation().toString();
    int hash = location.indexOf('#');
    String rule = location.substring(hash + 1);
    return files
        .computeIfAbsent(location.substring(0, hash), NetworkntValidator::parsed)
        .at(rule.substring(0, rule.lastIndexOf('/')));
  }

  private static JsonNode parsed(String id) {
    String text = SchemaFiles.text(id);
    if (text == null) {
      throw new IllegalStateException("not our schema: " + id);
    }
    return JsonMapper.shared().readTree(text);
  }
}
