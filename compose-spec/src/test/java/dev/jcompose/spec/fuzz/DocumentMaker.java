package dev.jcompose.spec.fuzz;

import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Makes Compose documents by chance out of our schema: any attribute, in any of its forms. Most of
/// them are valid.
public final class DocumentMaker {
  private static final Span SPAN = new Span("made", 1, 1, 1, 1);
  private static final String EARLIER = "EARLIER";
  private static final DocumentWords WORDS = new DocumentWords();

  /// Texts that are easily taken for something else.
  private static final List<String> TEXTS =
      List.of(
          "text",
          "two words",
          "true",
          "null",
          "~",
          "1",
          "1e3",
          "0x1f",
          "0o7",
          ".5",
          "1_000",
          "on",
          "2024-01-01",
          "12:30",
          "a: b",
          "a #b",
          "#c",
          "- d",
          "e:",
          "'f'",
          "\"g\"",
          "{h}",
          "[i]",
          "*j",
          "&k",
          "!l",
          "%m",
          "@n",
          "|",
          ">",
          "?",
          "<<",
          "=",
          " lead",
          "trail ",
          "a\nb",
          "end\n",
          "\n",
          "tab\tx",
          "é",
          "$$",
          "$$x",
          "a$${B}",
          "\\",
          "x-y",
          ".inf",
          "-1",
          "");

  /// An element with more attributes than that gets fewer of them.
  private static final int MANY = 30;

  private static final List<String> FLAG = List.of("boolean", "string");

  private static final List<String> KEYS =
      List.of("A", "B_2", "c.d", "e-f", "g/h", "1", "true", "null", "x y", "é", "i$j", "k: l");

  private final RandomGenerator chance;
  private final Set<String> without;
  private final List<String> services = new ArrayList<>();

  /// @param without attributes that are never made, as `services.*.image`
  public DocumentMaker(RandomGenerator chance, Set<String> without) {
    this.chance = chance;
    this.without = without;
  }

  /// A document.
  public Mapping make() {
    services.clear();
    return mapping(SchemaPlace.root(), "").orElseThrow();
  }

  private Optional<Node> value(SchemaPlace place, String path) {
    if (place.schema().get("enum").isPresent()) {
      return Optional.of(text(pick(place.texts("enum"))));
    }
    List<Node> words = WORDS.values(path);
    List<String> types = place.texts("type");
    if (types.equals(FLAG) && words.isEmpty()) {
      return Optional.of(chance.nextBoolean() ? flag() : text("true"));
    }
    String type = pick(types);
    return switch (type) {
      case "object" -> mapping(place, path).map(made -> made);
      case "array" -> Optional.of(list(place, path));
      case "boolean", "integer", "null", "number", "string" ->
          words.isEmpty() ? Optional.of(scalar(type)) : known(pick(words));
      case String other -> throw new IllegalStateException("type " + other + " at " + path);
    };
  }

  /// Nothing, if an attribute that it must have cannot be made.
  private Optional<Mapping> mapping(SchemaPlace place, String path) {
    SequencedSet<String> wanted = new LinkedHashSet<>(place.texts("required"));
    SequencedMap<String, SchemaPlace> properties = place.below("properties");
    int rarity = properties.size() > MANY ? 8 : 2;
    properties.keySet().stream().filter(_ -> chance.nextInt(rarity) == 0).forEach(wanted::add);
    wanted.addAll(WORDS.required(path));
    wanted.removeIf(key -> without.contains(below(path, key)));
    List<String> alone = WORDS.alone(path);
    if (!alone.isEmpty() && wanted.contains(alone.getFirst())) {
      wanted.retainAll(alone);
    }
    leaveOne(wanted, WORDS.exclusive(path));
    SequencedMap<String, Field> fields = new LinkedHashMap<>();
    for (String key : wanted) {
      value(properties.getOrDefault(key, place), below(path, key))
          .ifPresent(value -> fields.put(key, new Field(SPAN, value)));
    }
    if (place.below("patternProperties").isEmpty()) {
      extension(place, fields);
    } else {
      entries(place, path, fields);
    }
    return fields.keySet().containsAll(place.texts("required"))
        ? Optional.of(new Mapping(fields, SPAN))
        : Optional.empty();
  }

  private void leaveOne(SequencedSet<String> keys, List<List<String>> groups) {
    for (List<String> group : groups) {
      List<String> there = new ArrayList<>(group);
      there.retainAll(keys);
      if (!there.isEmpty()) {
        there.remove(pick(there));
        keys.removeAll(there);
      }
    }
  }

  /// A key of the user's own, where the schema allows such.
  private void extension(SchemaPlace place, SequencedMap<String, Field> fields) {
    if (place.schema().get("patternProperties").isPresent() && chance.nextInt(8) == 0) {
      fields.put("x-own", new Field(SPAN, own(2)));
    }
  }

  private Node own(int depth) {
    return switch (chance.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> text(pick(TEXTS));
      case 1 -> flag();
      case 2 -> scalar("number");
      case 3 -> new Node.Sequence(chance.nextBoolean() ? List.of() : List.of(own(depth - 1)), SPAN);
      default -> {
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        fields.put(pick(KEYS), new Field(SPAN, own(depth - 1)));
        yield new Mapping(fields, SPAN);
      }
    };
  }

  /// Entries with names of the user's.
  private void entries(SchemaPlace place, String path, SequencedMap<String, Field> fields) {
    SchemaPlace below = place.below("patternProperties").firstEntry().getValue();
    for (String key : names(path)) {
      value(below, below(path, "*")).ifPresent(value -> fields.put(key, new Field(SPAN, value)));
      if (path.equals("services")) {
        services.add(key);
      }
    }
  }

  private SequencedSet<String> names(String path) {
    List<String> known = WORDS.keys(path);
    SequencedSet<String> names = new LinkedHashSet<>();
    if (!path.contains(".") && !path.equals("services")) {
      names.addAll(known);
      return names;
    }
    for (int i = chance.nextInt(3); i >= 0; i--) {
      if (known.isEmpty()) {
        names.add(pick(KEYS));
      } else {
        earlier(pick(known)).ifPresent(names::add);
      }
    }
    return names;
  }

  private Node.Sequence list(SchemaPlace place, String path) {
    SequencedSet<Node> items = new LinkedHashSet<>();
    int least = WORDS.isNeverEmpty(path) ? 1 : 0;
    for (int i = chance.nextInt(least, 4); i > 0; i--) {
      place.items().flatMap(item -> value(item, path)).ifPresent(items::add);
    }
    return new Node.Sequence(List.copyOf(items), SPAN);
  }

  private Node scalar(String type) {
    return switch (type) {
      case "boolean" -> flag();
      case "null" -> new Node.Null(SPAN);
      case "integer" -> number(pick(List.of("0", "1", "42", "-3")));
      case "number" -> number(pick(List.of("0", "7", "1.5", "-0.25", "1e3")));
      default -> text(pick(TEXTS));
    };
  }

  private Optional<Node> known(Node word) {
    return switch (word) {
      case Node.Text(String text, _) -> earlier(text).map(DocumentMaker::text);
      case Node _ -> Optional.of(word);
    };
  }

  /// The word with the name of a service further up in it, if it asks for one and there is one.
  private Optional<String> earlier(String word) {
    if (!word.contains(EARLIER)) {
      return Optional.of(word);
    }
    return services.isEmpty()
        ? Optional.empty()
        : Optional.of(word.replace(EARLIER, pick(services)));
  }

  private Node flag() {
    boolean flag = chance.nextBoolean();
    return new Node.Bool(flag, Boolean.toString(flag), SPAN);
  }

  private static Node text(String text) {
    return new Node.Text(text, SPAN);
  }

  private static Node number(String number) {
    return number.matches("-?[0-9]+")
        ? new Node.Whole(new BigInteger(number), number, SPAN)
        : new Node.Decimal(Double.parseDouble(number), number, SPAN);
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }
}
