package dev.jcompose.spec.fuzz;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// Changes a document in one place, in a way that keeps it a document.
public final class NodeMutator {
  private static final Span SPAN = new Span("mutated", 1, 1, 1, 1);
  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "all",
          "host",
          "true",
          "0",
          "-1",
          "1e3",
          "x-mine",
          "a\nb",
          "service_healthy",
          "every_12h",
          "every_12h\n",
          "$X",
          "${X}",
          "$",
          "8080:80",
          "1-65535",
          "./a:/b:ro",
          "CMD",
          "tcp",
          "10.0.0.0/8",
          "9223372036854775808",
          "1h",
          "2gb",
          "é\u0000",
          "KEY=value",
          "=",
          ":",
          "volume",
          "none",
          "*");
  private static final List<BigInteger> WHOLE_NUMBERS =
      List.of(
          BigInteger.ZERO,
          BigInteger.ONE.negate(),
          BigInteger.valueOf(1001),
          BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
  private static final List<Double> DECIMALS = List.of(0.0, 1.0, 0.5, 1e308, Double.MIN_VALUE);

  private final RandomGenerator chance;
  private final List<Node> parts;
  private final List<String> keys;

  /// @param donors documents whose keys and values are put elsewhere
  public NodeMutator(RandomGenerator chance, List<Mapping> donors) {
    this.chance = chance;
    this.parts = new ArrayList<>();
    this.keys = new ArrayList<>(WORDS);
    donors.forEach(this::collect);
  }

  private void collect(Node node) {
    parts.add(node);
    switch (node) {
      case Mapping mapping ->
          mapping
              .fields()
              .forEach((key, field) -> {
                keys.add(key);
                collect(field.value());
              });
      case Node.Sequence(List<Node> items, _) -> items.forEach(this::collect);
      case Node.Tagged tagged -> collect(tagged.value());
      case Node.Scalar _ -> {}
    }
  }

  /// The document, changed.
  public Mapping mutate(Mapping document) {
    return document.fields().isEmpty() ? changed(document) : descend(document);
  }

  private Mapping descend(Mapping mapping) {
    List<String> names = List.copyOf(mapping.fields().keySet());
    String key = pick(names);
    Field field = mapping.fields().getOrDefault(key, new Field(SPAN, new Node.Null(SPAN)));
    return mapping.with(key, new Field(field.keySpan(), below(field.value())));
  }

  private Node below(Node node) {
    boolean further = chance.nextInt(4) > 0;
    return switch (node) {
      case Mapping mapping when further && !mapping.fields().isEmpty() -> descend(mapping);
      case Mapping mapping -> chance.nextBoolean() ? changed(mapping) : another();
      case Node.Sequence(List<Node> items, Span span) when further && !items.isEmpty() -> {
        List<Node> changed = new ArrayList<>(items);
        int at = chance.nextInt(items.size());
        changed.set(at, below(items.get(at)));
        yield new Node.Sequence(changed, span);
      }
      case Node.Sequence sequence -> chance.nextBoolean() ? changed(sequence) : another();
      case Node.Tagged(var tag, Node value, Span span) -> new Node.Tagged(tag, below(value), span);
      case Node.Scalar _ -> another();
    };
  }

  private Mapping changed(Mapping mapping) {
    SequencedMap<String, Field> fields = new LinkedHashMap<>(mapping.fields());
    if (!fields.isEmpty() && chance.nextBoolean()) {
      String key = pick(List.copyOf(fields.keySet()));
      Field removed = fields.remove(key);
      if (removed != null && chance.nextBoolean()) {
        fields.put(pick(keys), removed);
      }
    } else {
      fields.put(pick(keys), new Field(SPAN, another()));
    }
    return new Mapping(fields, mapping.span());
  }

  private Node changed(Node.Sequence sequence) {
    List<Node> items = new ArrayList<>(sequence.items());
    switch (items.isEmpty() ? 0 : chance.nextInt(4)) {
      case 0 -> items.add(another());
      case 1 -> items.add(pick(items));
      case 2 -> items.remove(chance.nextInt(items.size()));
      default -> Collections.reverse(items);
    }
    return new Node.Sequence(items, sequence.span());
  }

  private static Node whole(BigInteger number) {
    return new Node.Whole(number, number.toString(), SPAN);
  }

  private static Node decimal(double number) {
    return new Node.Decimal(number, Double.toString(number), SPAN);
  }

  private Node another() {
    return switch (chance.nextInt(8)) {
      case 0 -> new Node.Null(SPAN);
      case 1 -> new Node.Bool(chance.nextBoolean(), "true", SPAN);
      case 2 -> chance.nextBoolean() ? whole(pick(WHOLE_NUMBERS)) : decimal(pick(DECIMALS));
      case 3 -> new Node.Text(pick(WORDS), SPAN);
      case 4 -> new Node.Sequence(List.of(another()), SPAN);
      case 5 -> new Mapping(Ordered.map(), SPAN);
      default -> pick(parts);
    };
  }

  private <T> T pick(List<T> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }
}
