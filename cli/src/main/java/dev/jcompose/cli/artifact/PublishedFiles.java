package dev.jcompose.cli.artifact;

import dev.jcompose.model.ProjectFiles;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.remote.RemoteReference;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The files that make up a project, ready to be sent: as they were typed, variables and all, but
/// for the paths of files that go along. Those get names that tell nothing of this machine.
public final class PublishedFiles {
  private final List<PublishedFile> composeFiles = new ArrayList<>();
  private final List<Node.Mapping> documents = new ArrayList<>();
  private final SequencedMap<Path, String> variables = new LinkedHashMap<>();
  private final SequencedMap<Path, String> extended = new LinkedHashMap<>();
  private final ArrayDeque<Path> toDo = new ArrayDeque<>();

  private PublishedFiles() {}

  /// Reads them.
  ///
  /// @throws IOException if one of them cannot be read
  public static PublishedFiles of(ProjectFiles files) throws IOException {
    PublishedFiles found = new PublishedFiles();
    for (Path file : files.composeFiles()) {
      String name = String.valueOf(file.getFileName());
      found.add(PublishedFile.Kind.COMPOSE, file, name, files.workingDirectory());
    }
    while (!found.toDo.isEmpty()) {
      Path file = found.toDo.remove();
      Path folder = Optional.ofNullable(file.getParent()).orElse(files.workingDirectory());
      found.add(PublishedFile.Kind.EXTENDED, file, found.extended.getOrDefault(file, ""), folder);
    }
    return found;
  }

  /// The Compose files, those that are extended behind the project's own.
  public List<PublishedFile> composeFiles() {
    return List.copyOf(composeFiles);
  }

  /// What is in them, as it was typed.
  public List<Node.Mapping> documents() {
    return List.copyOf(documents);
  }

  /// The files of variables that the services name, and that are there.
  ///
  /// @throws IOException if one of them cannot be read
  public List<PublishedFile> variableFiles() throws IOException {
    List<PublishedFile> read = new ArrayList<>();
    for (Path file : variables.sequencedKeySet()) {
      if (Files.exists(file)) {
        read.add(
            new PublishedFile(
                PublishedFile.Kind.VARIABLES,
                variables.getOrDefault(file, ""),
                Files.readAllBytes(file)));
      }
    }
    return read;
  }

  /// Whether one of the files includes another of this machine, which is not sent.
  public boolean includesLocalFiles() {
    return documents.stream()
        .flatMap(document -> document.get("include").stream())
        .flatMap(include -> items(include).stream())
        .flatMap(item -> paths(item).stream())
        .anyMatch(path -> !RemoteReference.isRemote(path.value()));
  }

  private void add(PublishedFile.Kind kind, Path file, String name, Path folder)
      throws IOException {
    String text = Files.readString(file);
    SequencedMap<Span, String> replacements = new LinkedHashMap<>();
    for (Node.Mapping document :
        YamlReader.read(new SourceFile(file.toString(), Optional.of(file), text), new Problems())) {
      documents.add(document);
      for (Node.Mapping service : services(document)) {
        service
            .get("env_file")
            .ifPresent(files -> rename(paths(files), folder, ".env", variables, replacements));
        service
            .get("extends")
            .flatMap(extension -> child(extension, "file"))
            .ifPresent(path -> {
              Path other = folder.resolve(path.value()).normalize();
              if (Files.isRegularFile(other)) {
                if (!extended.containsKey(other)) {
                  toDo.add(other);
                }
                rename(List.of(path), folder, ".yaml", extended, replacements);
              }
            });
      }
    }
    composeFiles.add(
        new PublishedFile(
            kind, name, replaced(text, replacements).getBytes(StandardCharsets.UTF_8)));
  }

  private static void rename(
      Collection<Node.Text> paths,
      Path folder,
      String ending,
      SequencedMap<Path, String> renamed,
      SequencedMap<Span, String> replacements) {
    for (Node.Text path : paths) {
      if (!path.value().contains("$")) {
        Path file = folder.resolve(path.value()).normalize();
        String name = Digests.hex(file.toString()) + ending;
        renamed.put(file, name);
        replacements.put(path.span(), name);
      }
    }
  }

  /// Paths are written on one line each.
  private static String replaced(String text, SequencedMap<Span, String> replacements) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
    replacements.sequencedEntrySet().stream()
        .filter(each -> each.getKey().line() == each.getKey().endLine())
        .sorted((one, other) -> other.getKey().compareTo(one.getKey()))
        .forEach(each -> {
          Span span = each.getKey();
          String line = lines.get(span.line() - 1);
          int from = line.offsetByCodePoints(0, span.column() - 1);
          int to = line.offsetByCodePoints(0, span.endColumn() - 1);
          lines.set(
              span.line() - 1, line.substring(0, from) + each.getValue() + line.substring(to));
        });
    return String.join("", lines);
  }

  /// The services of a document, by themselves.
  static List<Node.Mapping> services(Node.Mapping document) {
    return document
        .get("services")
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .map(all -> all.fields().sequencedValues().stream().map(Node.Field::value).toList())
        .orElse(List.of())
        .stream()
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .toList();
  }

  private static List<Node> items(Node node) {
    return node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
  }

  /// The paths of a text, of a mapping with `path`, or of a list of these.
  private static List<Node.Text> paths(Node node) {
    return switch (node) {
      case Node.Text text -> List.of(text);
      case Node.Sequence sequence ->
          sequence.items().stream().flatMap(item -> paths(item).stream()).toList();
      case Node.Mapping mapping -> mapping.get("path").map(PublishedFiles::paths).orElse(List.of());
      case Node.Numeral _, Node.Bool _, Node.Null _, Node.Tagged _ -> List.of();
    };
  }

  private static Optional<Node.Text> child(Node node, String key) {
    return node instanceof Node.Mapping mapping
        ? mapping.get(key).flatMap(value -> paths(value).stream().findFirst())
        : Optional.empty();
  }
}
