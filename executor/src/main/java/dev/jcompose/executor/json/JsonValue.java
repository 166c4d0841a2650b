package dev.jcompose.executor.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// A JSON value.
///
/// What is asked of a value that cannot have it is answered as if nothing were there: readers
/// follow a path and look at its end only.
public sealed interface JsonValue extends Iterable<JsonValue> {
  /// Members in the order of the text; of several with one name the last counts.
  record ObjectValue(SequencedMap<String, JsonValue> members) implements JsonValue {
    @Override
    public JsonValue path(String name) {
      return members.getOrDefault(name, Nothing.MISSING);
    }

    @Override
    public Iterator<JsonValue> iterator() {
      return members.sequencedValues().iterator();
    }

    @Override
    public SequencedSet<Map.Entry<String, JsonValue>> properties() {
      return members.sequencedEntrySet();
    }

    @Override
    public String toJson() {
      return properties().stream()
          .map(member -> QuotedText.of(member.getKey()) + ":" + member.getValue().toJson())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  /// Elements.
  record ArrayValue(List<JsonValue> elements) implements JsonValue {
    @Override
    public JsonValue path(int index) {
      return index < elements.size() ? elements.get(index) : Nothing.MISSING;
    }

    @Override
    public Iterator<JsonValue> iterator() {
      return elements.iterator();
    }

    @Override
    public String toJson() {
      return elements.stream().map(JsonValue::toJson).collect(Collectors.joining(",", "[", "]"));
    }
  }

  /// A string.
  record TextValue(String asText) implements JsonValue {
    @Override
    public long asLong() {
      return number(asText);
    }

    @Override
    public String toJson() {
      return QuotedText.of(asText);
    }
  }

  /// A number.
  ///
  /// @param asText as it is written
  record NumberValue(String asText) implements JsonValue {
    @Override
    public long asLong() {
      return number(asText);
    }

    @Override
    public String toJson() {
      return asText;
    }
  }

  /// True or false.
  record BooleanValue(boolean asBoolean) implements JsonValue {
    @Override
    public String asText() {
      return Boolean.toString(asBoolean);
    }

    @Override
    public String toJson() {
      return asText();
    }
  }

  /// No value.
  enum Nothing implements JsonValue {
    /// Written as `null`.
    NULL,
    /// Not written at all.
    MISSING;

    @Override
    public String toJson() {
      return "null";
    }
  }

  /// Reads a text that is one value.
  static JsonValue parse(String text) throws MalformedJsonException {
    return new JsonParser(text).value();
  }

  /// Reads a text in UTF-8 that is one value.
  static JsonValue parse(byte[] text) throws MalformedJsonException {
    return parse(new String(text, StandardCharsets.UTF_8));
  }

  /// The value written in the shortest form.
  String toJson();

  /// The member of that name.
  default JsonValue path(String name) {
    return Nothing.MISSING;
  }

  /// The element at that place, counted from 0.
  default JsonValue path(int index) {
    return Nothing.MISSING;
  }

  /// Whether there is a member of that name.
  default boolean has(String name) {
    return path(name) != Nothing.MISSING;
  }

  /// The elements, or the values of the members.
  @Override
  default Iterator<JsonValue> iterator() {
    return Collections.emptyIterator();
  }

  /// The members of an object.
  default SequencedSet<Map.Entry<String, JsonValue>> properties() {
    return Collections.emptyNavigableSet();
  }

  /// The names of the members of an object.
  default List<String> names() {
    return properties().stream().map(Map.Entry::getKey).toList();
  }

  /// Whether there is neither an element nor a member.
  default boolean isEmpty() {
    return !iterator().hasNext();
  }

  /// Whether it is an object.
  default boolean isObject() {
    return this instanceof ObjectValue;
  }

  /// Whether it is a number.
  default boolean isNumber() {
    return this instanceof NumberValue;
  }

  /// Whether it is true or false.
  default boolean isBoolean() {
    return this instanceof BooleanValue;
  }

  /// A string's own text, or that of a number or truth value; empty for all else.
  default String asText() {
    return "";
  }

  /// A number, also one in a string; 0 for all else. Fractions are cut off.
  default long asLong() {
    return 0;
  }

  /// The same for small numbers; 0 for one that is too large.
  default int asInt() {
    long number = asLong();
    return number == (int) number ? (int) number : 0;
  }

  /// Whether it is true.
  default boolean asBoolean() {
    return false;
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException _) {
      return fraction(digits);
    }
  }

  private static long fraction(String digits) {
    try {
      return new BigDecimal(digits).longValue();
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
