package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.JsonValue.ArrayValue;
import dev.jcompose.executor.json.JsonValue.BooleanValue;
import dev.jcompose.executor.json.JsonValue.NumberValue;
import dev.jcompose.executor.json.JsonValue.ObjectValue;
import dev.jcompose.executor.json.JsonValue.TextValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  private final SequencedMap<String, JsonValue> members = new LinkedHashMap<>();

  Json put(String key, String value) {
    return set(key, new TextValue(value));
  }

  Json put(String key, boolean value) {
    return set(key, new BooleanValue(value));
  }

  Json put(String key, long value) {
    return set(key, new NumberValue(Long.toString(value)));
  }

  /// Writes a switch that is on.
  Json on(String key, boolean value) {
    return value ? put(key, true) : this;
  }

  Json text(String key, Optional<String> value) {
    return value.map(text -> put(key, text)).orElse(this);
  }

  Json number(String key, Optional<? extends Number> value) {
    return value.map(number -> put(key, number.longValue())).orElse(this);
  }

  /// Writes a choice that was made, also when it is no.
  Json choice(String key, Optional<Boolean> value) {
    return value.map(made -> put(key, made)).orElse(this);
  }

  /// Writes a list that has elements.
  Json words(String key, List<String> words) {
    return words.isEmpty() ? this : allWords(key, words);
  }

  /// Writes a list, also an empty one.
  Json allWords(String key, List<String> words) {
    return set(key, list(words));
  }

  Json numbers(String key, List<Integer> numbers) {
    return set(
        key,
        new ArrayValue(
            numbers.stream()
                .<JsonValue>map(number -> new NumberValue(number.toString()))
                .toList()));
  }

  /// Writes a list whose one element is a list.
  Json listOfWords(String key, List<String> words) {
    return words.isEmpty() ? this : set(key, new ArrayValue(List.of(list(words))));
  }

  Json map(String key, Map<String, String> map) {
    return object(key, of(map));
  }

  Json object(String key, Json object) {
    return object.isEmpty() ? this : anyObject(key, object);
  }

  /// Writes an object, also an empty one.
  Json anyObject(String key, Json object) {
    return set(key, object.value());
  }

  Json objects(String key, List<Json> objects) {
    return objects.isEmpty()
        ? this
        : set(key, new ArrayValue(objects.stream().map(Json::value).toList()));
  }

  private Json set(String key, JsonValue value) {
    members.put(key, value);
    return this;
  }

  /// What was written so far.
  JsonValue value() {
    return new ObjectValue(members);
  }

  private static JsonValue list(List<String> words) {
    return new ArrayValue(words.stream().<JsonValue>map(TextValue::new).toList());
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return value().toJson();
  }

  static Json of(Map<String, String> map) {
    Json json = new Json();
    map.forEach(json::put);
    return json;
  }

  /// A JSON array of texts.
  static String array(List<String> words) {
    return list(words).toJson();
  }

  /// The content of a JSON file; missing when there is none.
  static JsonValue file(Path file) {
    if (!Files.isRegularFile(file)) {
      return JsonValue.Nothing.MISSING;
    }
    try {
      return JsonValue.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.OTHER, "cannot read " + file + ": " + Failures.firstLine(e), e);
    }
  }

  /// The text of a node; none when it is missing, null or empty.
  static Optional<String> text(JsonValue node) {
    return Optional.of(node.asText()).filter(text -> !text.isEmpty());
  }

  /// The texts of an array; none when it is missing or null.
  static List<String> texts(JsonValue array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /// The texts of an object in the reply's order; none when it is missing or null.
  static SequencedMap<String, String> map(JsonValue object) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }

  /// What is written `NAME=VALUE`, by name; a name alone takes a variable away.
  static SequencedMap<String, String> assignments(JsonValue array) {
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
