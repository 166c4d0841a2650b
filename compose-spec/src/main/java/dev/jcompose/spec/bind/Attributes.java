package dev.jcompose.spec.bind;

import dev.jcompose.model.ByteSize;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.yaml.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The attributes of one mapping of a canonical document, read by key.
///
/// A key that is missing or `null` counts as left out, and where text is wanted empty text does.
/// What does not fit becomes a diagnostic at its place, and counts as left out too.
final class Attributes {
  private final Node.Mapping mapping;
  private final NodePath path;
  private final Problems problems;
  private final boolean stated;

  private Attributes(Node.Mapping mapping, NodePath path, Problems problems, boolean stated) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
    this.stated = stated;
  }

  /// The attributes of a node that may also be empty or, by mistake, something else.
  static Attributes of(Node node, NodePath path, Problems problems) {
    return node instanceof Node.Mapping given
        ? new Attributes(given, path, problems, true)
        : new Attributes(new Node.Mapping(Ordered.map(), node.span()), path, problems, false);
  }

  /// Whether there is a mapping at all, if only an empty one.
  boolean stated() {
    return stated;
  }

  NodePath path() {
    return path;
  }

  Node.Mapping node() {
    return mapping;
  }

  Problems problems() {
    return problems;
  }

  /// The value of that key, if it says anything.
  Optional<Node> get(String key) {
    return mapping.get(key).filter(value -> !(value instanceof Node.Null));
  }

  Optional<String> text(String key) {
    return scalar(key, ScalarReader::text).filter(text -> !text.isEmpty());
  }

  Optional<Path> file(String key) {
    return text(key).flatMap(text -> reader(key).path(get(key).orElseThrow(), text));
  }

  boolean flag(String key) {
    return optionalFlag(key).orElse(false);
  }

  Optional<Boolean> optionalFlag(String key) {
    return scalar(key, ScalarReader::flag);
  }

  Optional<Long> whole(String key) {
    return scalar(key, ScalarReader::whole);
  }

  Optional<Integer> small(String key) {
    return whole(key).map(value -> Math.toIntExact(Math.clamp(value, -(1L << 31), (1L << 31) - 1)));
  }

  Optional<Double> decimal(String key) {
    return scalar(key, ScalarReader::decimal);
  }

  Optional<ByteSize> size(String key) {
    return scalar(key, ScalarReader::size);
  }

  Optional<Duration> duration(String key) {
    return scalar(key, ScalarReader::duration);
  }

  /// Permission bits: text is octal, a number is what it is.
  Optional<Integer> mode(String key) {
    return scalar(key, ScalarReader::mode);
  }

  /// A list of text; one text alone is a list of one.
  List<String> texts(String key) {
    return get(key).map(node -> texts(key, node)).orElseGet(List::of);
  }

  private List<String> texts(String key, Node node) {
    List<String> texts = new ArrayList<>();
    if (node instanceof Node.Sequence(List<Node> items, var _)) {
      for (int i = 0; i < items.size(); i++) {
        new ScalarReader(path.child(key).child(i), problems)
            .text(items.get(i))
            .ifPresent(texts::add);
      }
    } else {
      reader(key).text(node).ifPresent(texts::add);
    }
    return texts;
  }

  /// `KEY: VALUE` or a list of `KEY=VALUE`, sorted by key; without a value the text is empty.
  SequencedMap<String, String> pairs(String key) {
    SequencedMap<String, String> pairs = new LinkedHashMap<>();
    variables(key).forEach((name, value) -> pairs.put(name, value.orElse("")));
    return pairs;
  }

  /// The same, where a key without a value is something of its own.
  SequencedMap<String, Optional<String>> variables(String key) {
    return get(key)
        .map(node -> PairsReader.read(node, path.child(key), problems))
        .orElseGet(Ordered::map);
  }

  Optional<Attributes> mapping(String key) {
    return get(key)
        .filter(Node.Mapping.class::isInstance)
        .map(node -> of(node, path.child(key), problems));
  }

  /// The mappings of a list, in its order.
  List<Attributes> mappings(String key) {
    List<Attributes> found = new ArrayList<>();
    if (mapping.get(key).orElse(mapping) instanceof Node.Sequence(List<Node> items, var _)) {
      for (int i = 0; i < items.size(); i++) {
        found.add(of(items.get(i), path.child(key).child(i), problems));
      }
    }
    return found;
  }

  /// What `bind` makes of each value of the mapping at `key`, sorted by its keys.
  <T> SequencedMap<String, T> each(String key, Function<Attributes, T> bind) {
    SequencedMap<String, T> bound = new LinkedHashMap<>();
    entries(key).forEach((name, attributes) -> bound.put(name, bind.apply(attributes)));
    return bound;
  }

  /// The mapping at `key` as attributes by its keys, sorted.
  SequencedMap<String, Attributes> entries(String key) {
    SequencedMap<String, Attributes> entries = new LinkedHashMap<>();
    if (mapping.get(key).orElse(mapping) instanceof Node.Mapping given
        && mapping.get(key).isPresent()) {
      given.fields().keySet().stream()
          .sorted()
          .forEach(name -> {
            Node value = given.get(name).orElseThrow();
            entries.put(name, of(value, path.child(key).child(name), problems));
          });
    }
    return entries;
  }

  Extensions extensions() {
    return ValueReader.extensions(mapping);
  }

  private <T> Optional<T> scalar(String key, BiFunction<ScalarReader, Node, Optional<T>> read) {
    return get(key).flatMap(node -> read.apply(reader(key), node));
  }

  private ScalarReader reader(String key) {
    return new ScalarReader(path.child(key), problems);
  }
}
