package dev.jcompose.executor.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// A JSON value.
///
/// What is asked of a value that cannot have it is answered as if nothing were there: readers
/// follow a path and look at its end only.
public sealed interface JsonValue extends Iterable<JsonValue> {
  /// Members in the order of the text; of several with one name the last counts.
  record ObjectValue(SequencedMap<String, JsonValue> members) implements JsonValue {}

  /// Elements.
  record ArrayValue(List<JsonValue> elements) implements JsonValue {}

  /// A string.
  record TextValue(String text) implements JsonValue {}

  /// A number as it is written.
  record NumberValue(String digits) implements JsonValue {}

  /// True or false.
  record BooleanValue(boolean value) implements JsonValue {}

  /// No value.
  enum Nothing implements JsonValue {
    /// Written as `null`.
    NULL,
    /// Not written at all.
    MISSING
  }

  /// Reads a text that is one value.
  static JsonValue parse(String text) throws MalformedJsonException {
    return new JsonParser(text).value();
  }

  /// Reads a text in UTF-8 that is one value.
  static JsonValue parse(byte[] text) throws MalformedJsonException {
    return parse(new String(text, StandardCharsets.UTF_8));
  }

  /// The member of that name.
  default JsonValue path(String name) {
    return this instanceof ObjectValue(var members)
        ? members.getOrDefault(name, Nothing.MISSING)
        : Nothing.MISSING;
  }

  /// The element at that place, counted from 0.
  default JsonValue path(int index) {
    return this instanceof ArrayValue(var elements) && index < elements.size()
        ? elements.get(index)
        : Nothing.MISSING;
  }

  /// Whether there is a member of that name.
  default boolean has(String name) {
    return path(name) != Nothing.MISSING;
  }

  /// The elements, or the values of the members.
  @Override
  default Iterator<JsonValue> iterator() {
    return switch (this) {
      case ArrayValue(var elements) -> elements.iterator();
      case ObjectValue(var members) -> members.sequencedValues().iterator();
      case TextValue _, NumberValue _, BooleanValue _, Nothing _ -> Collections.emptyIterator();
    };
  }

  /// The members of an object.
  default SequencedSet<Map.Entry<String, JsonValue>> properties() {
    return this instanceof ObjectValue(var members)
        ? members.sequencedEntrySet()
        : Collections.emptyNavigableSet();
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
    return switch (this) {
      case TextValue(String text) -> text;
      case NumberValue(String digits) -> digits;
      case BooleanValue(boolean value) -> Boolean.toString(value);
      case ObjectValue _, ArrayValue _, Nothing _ -> "";
    };
  }

  /// A number, also one in a string; 0 for all else. Fractions are cut off.
  default long asLong() {
    return switch (this) {
      case NumberValue(String digits) -> number(digits);
      case TextValue(String text) -> number(text);
      case BooleanValue _, ObjectValue _, ArrayValue _, Nothing _ -> 0;
    };
  }

  /// The same for small numbers; 0 for one that is too large.
  default int asInt() {
    long number = asLong();
    return number == (int) number ? (int) number : 0;
  }

  /// Whether it is true.
  default boolean asBoolean() {
    return this instanceof BooleanValue(boolean value) && value;
  }

  /// The value written in the shortest form.
  default String toJson() {
    return JsonWriter.write(this);
  }

  private static long number(String digits) {
    try {
      return digits.chars().allMatch(c -> c == '-' || Character.isDigit(c))
          ? Long.parseLong(digits)
          : new BigDecimal(digits).longValue();
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
