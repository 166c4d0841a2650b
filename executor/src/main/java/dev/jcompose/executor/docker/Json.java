package dev.jcompose.executor.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jcompose.executor.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A JSON object that is being written. What is absent, empty or false is left out, so that the
/// engine's own defaults hold: to the engine a null is often not the same as nothing.
final class Json {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode node = MAPPER.createObjectNode();

  Json put(String key, String value) {
    node.put(key, value);
    return this;
  }

  Json put(String key, boolean value) {
    node.put(key, value);
    return this;
  }

  Json put(String key, long value) {
    node.put(key, value);
    return this;
  }

  /// Writes a switch that is on.
  Json on(String key, boolean value) {
    if (value) {
      node.put(key, true);
    }
    return this;
  }

  Json text(String key, Optional<String> value) {
    value.ifPresent(text -> node.put(key, text));
    return this;
  }

  Json number(String key, Optional<? extends Number> value) {
    value.ifPresent(number -> node.put(key, number.longValue()));
    return this;
  }

  /// Writes a choice that was made, also when it is no.
  Json choice(String key, Optional<Boolean> value) {
    value.ifPresent(made -> node.put(key, made));
    return this;
  }

  /// Writes a list that has elements.
  Json words(String key, List<String> words) {
    return words.isEmpty() ? this : allWords(key, words);
  }

  /// Writes a list, also an empty one.
  Json allWords(String key, List<String> words) {
    ArrayNode array = node.putArray(key);
    words.forEach(array::add);
    return this;
  }

  /// Writes a list whose one element is a list.
  Json listOfWords(String key, List<String> words) {
    if (!words.isEmpty()) {
      ArrayNode inner = node.putArray(key).addArray();
      words.forEach(inner::add);
    }
    return this;
  }

  Json map(String key, Map<String, String> map) {
    if (!map.isEmpty()) {
      ObjectNode object = node.putObject(key);
      map.forEach(object::put);
    }
    return this;
  }

  Json object(String key, Json object) {
    if (!object.node.isEmpty()) {
      node.set(key, object.node);
    }
    return this;
  }

  /// Writes an object, also an empty one.
  Json anyObject(String key, Json object) {
    node.set(key, object.node);
    return this;
  }

  Json objects(String key, List<Json> objects) {
    if (!objects.isEmpty()) {
      ArrayNode array = node.putArray(key);
      objects.forEach(object -> array.add(object.node));
    }
    return this;
  }

  boolean isEmpty() {
    return node.isEmpty();
  }

  byte[] bytes() {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }

  @Override
  public String toString() {
    return node.toString();
  }

  static Json of(Map<String, String> map) {
    Json json = new Json();
    map.forEach(json::put);
    return json;
  }

  /// A JSON array of texts.
  static String array(List<String> words) {
    ArrayNode array = MAPPER.createArrayNode();
    words.forEach(array::add);
    return array.toString();
  }

  /// The content of a JSON file; missing when there is none.
  static JsonNode file(Path file) {
    if (!Files.isRegularFile(file)) {
      return MissingNode.getInstance();
    }
    try {
      return MAPPER.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      // Its own words quote the file, and credentials may stand there.
      throw new EngineException(
          EngineException.Kind.OTHER,
          "cannot read %s: what stands at line %d, column %d is not JSON"
              .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.OTHER, "cannot read " + file + ": " + Failures.firstLine(e), e);
    }
  }

  /// The text of a node; none when it is missing, null or empty.
  static Optional<String> text(JsonNode node) {
    return Optional.of(node.asText("")).filter(text -> !text.isEmpty() && !node.isNull());
  }

  /// The texts of an array; none when it is missing or null.
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /// The texts of an object in the reply's order; none when it is missing or null.
  static SequencedMap<String, String> map(JsonNode object) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }

  /// What is written `NAME=VALUE`, by name; a name alone takes a variable away.
  static SequencedMap<String, String> assignments(JsonNode array) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    for (String assignment : texts(array)) {
      int equals = assignment.indexOf('=');
      if (equals >= 0) {
        map.put(assignment.substring(0, equals), assignment.substring(equals + 1));
      }
    }
    return map;
  }
}
