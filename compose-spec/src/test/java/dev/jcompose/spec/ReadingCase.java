package dev.jcompose.spec;

import dev.jcompose.spec.diagnostic.DiagnosticPrinter;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.load.LoadSteps;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.yaml.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A folder of Compose files that is read as one project.
///
/// `args` names the files, one a line; without it they are `1.yaml`, `2.yaml` and so on, and if
/// there is no `1.yaml` they are found. `environment` holds the process's variables.
record ReadingCase(Path folder) {

  static Stream<ReadingCase> all() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("src/test/resources/cases"))) {
      return paths
          .filter(Files::isDirectory)
          .filter(ReadingCase::isCase)
          .sorted()
          .map(ReadingCase::new)
          .toList()
          .stream();
    }
  }

  private static boolean isCase(Path folder) {
    return Files.exists(folder.resolve("origins.txt"))
        || Files.exists(folder.resolve("1.yaml"))
        || Files.exists(folder.resolve("args"));
  }

  LoadedDocument read(Sources sources) throws InvalidProjectException {
    Path root = folder.toAbsolutePath();
    LoadRequest request =
        new LoadRequest(
            new LoadRequest.Choice(
                files(), Optional.empty(), Optional.empty(), List.of(), List.of()),
            new LoadRequest.Surroundings(environment(), root, InputStream::nullInputStream),
            LoadSwitches.ALL_ON);
    return new ProjectLoader(LoadSteps.NONE).read(request, sources);
  }

  /// Each value with the place where it was typed, and the warnings.
  String origins() throws InvalidProjectException {
    Sources sources = new Sources();
    LoadedDocument loaded = read(sources);
    StringBuilder out = new StringBuilder();
    show(loaded.document(), NodePath.ROOT, out);
    out.append(new DiagnosticPrinter(sources).print(loaded.context().problems().sorted()));
    return out.toString().replace(folder.toAbsolutePath().toString(), "<folder>");
  }

  private static void show(Node node, NodePath path, StringBuilder out) {
    switch (node) {
      case Node.Mapping mapping when !mapping.fields().isEmpty() ->
          mapping.fields().forEach((key, field) -> show(field.value(), path.child(key), out));
      case Node.Sequence(List<Node> items, var _) when !items.isEmpty() -> {
        for (int i = 0; i < items.size(); i++) {
          show(items.get(i), path.child(i), out);
        }
      }
      default ->
          out.append(path)
              .append(" = ")
              .append(value(node))
              .append("  <- ")
              .append(node.span())
              .append('\n');
    }
  }

  private static String value(Node node) {
    return switch (node) {
      case Node.Text(String text, _) -> "\"" + text.replace("\n", "\\n") + "\"";
      case Node.Numeral number -> number.text();
      case Node.Bool(boolean truth, _, _) -> Boolean.toString(truth);
      case Node.Null _ -> "null";
      case Node.Mapping _ -> "{}";
      case Node.Sequence _ -> "[]";
      case Node.Tagged tagged -> tagged.tag() + " " + value(tagged.value());
    };
  }

  private List<String> files() {
    if (Files.exists(folder.resolve("args"))) {
      return lines("args");
    }
    List<String> numbered = new ArrayList<>();
    while (Files.exists(folder.resolve(numbered.size() + 1 + ".yaml"))) {
      numbered.add(numbered.size() + 1 + ".yaml");
    }
    return numbered;
  }

  private SequencedMap<String, String> environment() {
    SequencedMap<String, String> variables = new LinkedHashMap<>();
    variables.put("HOME", "/home/someone");
    if (Files.exists(folder.resolve("environment"))) {
      for (String line : lines("environment")) {
        int equals = line.indexOf('=');
        variables.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return variables;
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file)).stream()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
