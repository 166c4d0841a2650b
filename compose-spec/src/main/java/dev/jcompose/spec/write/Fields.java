package dev.jcompose.spec.write;

import dev.jcompose.model.ByteSize;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Value;
import dev.jcompose.spec.scalar.DurationText;
import dev.jcompose.spec.scalar.NumberText;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Gathers the attributes of one mapping in the order they are printed; what is not set, empty,
/// zero or false is left out unless the method says otherwise.
final class Fields {
  private final Form form;
  private final SequencedMap<String, Value> values = new LinkedHashMap<>();

  Fields(Form form) {
    this.form = form;
  }

  Form form() {
    return form;
  }

  Fields put(String key, Value value) {
    values.put(key, value);
    return this;
  }

  Fields put(String key, Optional<? extends Value> value) {
    value.ifPresent(given -> values.put(key, given));
    return this;
  }

  Fields text(String key, String text) {
    return text.isEmpty() ? this : put(key, new Value.Text(text));
  }

  Fields text(String key, Optional<String> text) {
    return text(key, text.orElse(""));
  }

  Fields flag(String key, boolean flag) {
    return flag ? put(key, new Value.Bool(true)) : this;
  }

  /// Printed when it is given, be it false.
  Fields given(String key, Optional<Boolean> flag) {
    return put(key, flag.map(Value.Bool::new));
  }

  Fields number(String key, long number) {
    return number == 0 ? this : put(key, number(number));
  }

  Fields number(String key, Optional<? extends Number> number) {
    return number(key, number.map(Number::longValue).orElse(0L));
  }

  /// Printed when it is given, be it zero.
  Fields count(String key, Optional<? extends Number> number) {
    return put(key, number.map(given -> number(given.longValue())));
  }

  /// A decimal number that went through 32 bits.
  Fields single(String key, Optional<Double> number) {
    return put(
        key,
        number
            .filter(given -> given != 0)
            .map(given -> new Value.Decimal(NumberText.single(given))));
  }

  /// Sizes are printed as text.
  Fields size(String key, Optional<ByteSize> size) {
    return bytes(key, size.map(ByteSize::bytes).orElse(0L));
  }

  Fields bytes(String key, long bytes) {
    return bytes == 0 ? this : text(key, Long.toString(bytes));
  }

  Fields duration(String key, Optional<Duration> duration) {
    return put(key, duration.map(given -> new Value.Text(DurationText.print(given))));
  }

  /// Permission bits are printed as octal text.
  Fields mode(String key, Optional<Integer> mode) {
    return put(key, mode.map(bits -> new Value.Text("0" + Integer.toOctalString(bits))));
  }

  Fields texts(String key, List<String> texts) {
    return texts.isEmpty() ? this : put(key, items(texts));
  }

  <T> Fields list(String key, List<T> elements, Function<T, ? extends Value> write) {
    return elements.isEmpty()
        ? this
        : put(key, new Value.Items(elements.stream().<Value>map(write).toList()));
  }

  Fields pairs(String key, Map<String, String> pairs) {
    return map(key, pairs, Value.Text::new);
  }

  /// A variable without a value is printed as `null`.
  Fields variables(String key, Map<String, Optional<String>> variables) {
    return map(
        key, variables, value -> value.<Value>map(Value.Text::new).orElseGet(Value.Null::new));
  }

  /// A mapping with keys of the user's, sorted.
  <K, T> Fields map(String key, Map<K, T> entries, Function<T, ? extends Value> write) {
    return entries.isEmpty() ? this : put(key, sorted(entries, write));
  }

  static <K, T> Value sorted(Map<K, T> entries, Function<T, ? extends Value> write) {
    TreeMap<String, Value> sorted = new TreeMap<>();
    entries.forEach((name, entry) -> sorted.put(String.valueOf(name), write.apply(entry)));
    return new Value.Fields(new LinkedHashMap<>(sorted));
  }

  /// In YAML the extensions follow; in JSON there are none.
  Fields extensions(Extensions extensions) {
    if (form == Form.YAML) {
      values.putAll(extensions.values());
    }
    return this;
  }

  /// What was gathered, but for that key.
  SequencedMap<String, Value> without(String key) {
    SequencedMap<String, Value> rest = new LinkedHashMap<>(values);
    rest.remove(key);
    return rest;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Value.Fields value() {
    return new Value.Fields(values);
  }

  static Value items(List<String> texts) {
    return new Value.Items(texts.stream().<Value>map(Value.Text::new).toList());
  }

  static Value number(long number) {
    return new Value.Whole(BigInteger.valueOf(number));
  }
}
