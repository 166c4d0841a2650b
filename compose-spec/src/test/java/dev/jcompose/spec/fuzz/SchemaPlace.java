package dev.jcompose.spec.fuzz;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;

/// A place in our schema: what it says of one value, references followed.
///
/// @param file the one it is in, which references within it mean
public record SchemaPlace(String file, Mapping schema) {
  private static final Path FOLDER = Path.of("src/main/resources/dev/jcompose/spec/schema");
  private static final Map<String, Mapping> FILES = new ConcurrentHashMap<>();

  /// What it says of a whole document.
  public static SchemaPlace root() {
    return inFile("compose.json").target();
  }

  /// The places below that keyword, by the names they have there.
  public SequencedMap<String, SchemaPlace> below(String keyword) {
    SequencedMap<String, SchemaPlace> below = new LinkedHashMap<>();
    if (schema.get(keyword).orElse(schema) instanceof Mapping named
        && schema.get(keyword).isPresent()) {
      named
          .fields()
          .forEach((key, field) -> at(field.value()).ifPresent(place -> below.put(key, place)));
    }
    return Ordered.map(below);
  }

  /// What it says of the items of a list.
  public Optional<SchemaPlace> items() {
    return schema.get("items").flatMap(this::at);
  }

  /// The texts at that keyword, be it one or a list.
  public List<String> texts(String keyword) {
    return switch (schema.get(keyword).orElse(schema)) {
      case Node.Text(String text, _) -> List.of(text);
      case Node.Sequence(List<Node> items, _) ->
          items.stream()
              .filter(Node.Text.class::isInstance)
              .map(item -> ((Node.Text) item).value())
              .toList();
      case Node _ -> List.of();
    };
  }

  private Optional<SchemaPlace> at(Node node) {
    return node instanceof Mapping found
        ? Optional.of(new SchemaPlace(file, found).target())
        : Optional.empty();
  }

  private SchemaPlace target() {
    List<String> reference = texts("$ref");
    if (reference.isEmpty()) {
      return this;
    }
    String[] parts = reference.getFirst().split("#", -1);
    SchemaPlace target = inFile(parts[0].isEmpty() ? file : parts[0]);
    if (parts.length > 1) {
      for (String key : parts[1].substring(1).split("/", -1)) {
        target =
            target
                .schema()
                .get(key)
                .flatMap(target::inside)
                .orElseThrow(() -> new IllegalStateException("no such place: " + reference));
      }
    }
    return target.target();
  }

  private Optional<SchemaPlace> inside(Node node) {
    return node instanceof Mapping found
        ? Optional.of(new SchemaPlace(file, found))
        : Optional.empty();
  }

  private static SchemaPlace inFile(String name) {
    return new SchemaPlace(
        name, FILES.computeIfAbsent(name, _ -> read(FOLDER.resolve(name)).getFirst()));
  }

  /// The documents of a file.
  public static List<Mapping> read(Path file) {
    try {
      return YamlReader.read(
          new SourceFile(file.toString(), Optional.of(file), Files.readString(file)),
          new Problems());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
