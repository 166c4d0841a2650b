package dev.jcompose.spec;

import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The attributes that the schema knows, each as the path to it: `services.*.build.context`. Names
/// that users choose are `*`, items `[]`.
final class SchemaAttributes {
  private static final Path SCHEMA = Path.of("src/main/resources/dev/jcompose/spec/schema");
  private static final List<String> CHOICES = List.of("anyOf", "oneOf", "allOf");

  private final Map<String, Mapping> files = new HashMap<>();

  /// A place in the schema.
  ///
  /// @param file the one it is in, which references within it mean
  private record At(String file, Mapping schema) {}

  /// All that there are.
  Set<String> known() {
    Set<String> known = new TreeSet<>();
    collect(root(), "", known);
    return known;
  }

  /// Those of them that stand in that document.
  Set<String> in(Node document) {
    Set<String> used = new TreeSet<>();
    visit(root(), document, "", used);
    return used;
  }

  private At root() {
    return new At("compose.json", file("compose.json"));
  }

  private void collect(At at, String path, Set<String> known) {
    for (At here : meant(at)) {
      fields(here, "properties")
          .forEach((name, schema) -> {
            known.add(path + name);
            collect(schema, path + name + ".", known);
          });
      fields(here, "patternProperties").forEach((_, schema) -> collect(schema, path + "*.", known));
      child(here, "items").ifPresent(items -> collect(items, path + "[].", known));
    }
  }

  private void visit(At at, Node node, String path, Set<String> used) {
    for (At here : meant(at)) {
      switch (node) {
        case Mapping mapping ->
            mapping
                .fields()
                .forEach((key, field) -> {
                  At named = fields(here, "properties").get(key);
                  if (named != null) {
                    used.add(path + key);
                    visit(named, field.value(), path + key + ".", used);
                    return;
                  }
                  fields(here, "patternProperties")
                      .forEach((pattern, schema) -> {
                        if (Pattern.compile(pattern).matcher(key).find()) {
                          visit(schema, field.value(), path + "*.", used);
                        }
                      });
                });
        case Node.Sequence(List<Node> items, var _) ->
            child(here, "items")
                .ifPresent(
                    schema -> items.forEach(item -> visit(schema, item, path + "[].", used)));
        case Node.Tagged(_, Node value, _) -> visit(here, value, path, used);
        case Node.Scalar _ -> {}
      }
    }
  }

  /// That place, the one it refers to, and the choices it has.
  private List<At> meant(At at) {
    Optional<At> other =
        at.schema()
            .get("$ref")
            .filter(Node.Text.class::isInstance)
            .map(reference -> follow(at.file(), ((Node.Text) reference).value()));
    Stream<At> choices =
        CHOICES.stream()
            .flatMap(choice -> at.schema().get(choice).stream())
            .flatMap(choice ->
                choice instanceof Node.Sequence several ? several.items().stream() : Stream.of())
            .flatMap(choice -> at(at.file(), choice).stream());
    return Stream.concat(
            Stream.of(at),
            Stream.concat(other.stream(), choices).flatMap(next -> meant(next).stream()))
        .toList();
  }

  private At follow(String file, String reference) {
    int hash = reference.indexOf('#');
    String name = hash < 0 ? reference : reference.substring(0, hash);
    At at = new At(name.isEmpty() ? file : name, file(name.isEmpty() ? file : name));
    for (String part : hash < 0 ? new String[0] : reference.substring(hash + 2).split("/", -1)) {
      at = child(at, part).orElseThrow();
    }
    return at;
  }

  private static Map<String, At> fields(At at, String keyword) {
    Map<String, At> fields = new HashMap<>();
    child(at, keyword)
        .ifPresent(below ->
            below
                .schema()
                .fields()
                .forEach((key, field) ->
                    at(at.file(), field.value()).ifPresent(schema -> fields.put(key, schema))));
    return fields;
  }

  private static Optional<At> child(At at, String key) {
    return at.schema().get(key).flatMap(node -> at(at.file(), node));
  }

  private static Optional<At> at(String file, Node node) {
    return node instanceof Mapping schema ? Optional.of(new At(file, schema)) : Optional.empty();
  }

  private Mapping file(String name) {
    return files.computeIfAbsent(name, _ -> read(SCHEMA.resolve(name)).getFirst());
  }

  /// The documents of a file.
  static List<Mapping> read(Path file) {
    try {
      return YamlReader.read(
          new SourceFile(file.toString(), Optional.of(file), Files.readString(file)),
          new Problems());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
