package dev.jcompose.spec;

import dev.jcompose.model.Project;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.select.UsedResources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.trail.Trail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A folder with a `compose.yaml` that is loaded with all steps.
///
/// `second.yaml` and `third.yaml` are laid over it if they are there; `long.yaml` says the same in
/// the long forms; `environment` holds the process's variables.
record ConfigCase(Path folder) {
  private static final List<String> LAYERS = List.of("second.yaml", "third.yaml");

  static Stream<ConfigCase> all() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("src/test/resources/cases"))) {
      return paths
          .filter(path -> path.endsWith("compose.yaml"))
          .map(Path::getParent)
          .filter(folder -> folder.getNameCount() == 6)
          .sorted()
          .map(ConfigCase::new)
          .toList()
          .stream();
    }
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  Project load(String file) throws InvalidProjectException, IOException {
    return load(files(file), folder.toAbsolutePath());
  }

  Project load(List<String> files, Path directory) throws InvalidProjectException, IOException {
    LoadRequest request = request(files, directory);
    return UsedResources.only(new ProjectLoader().load(request, new Sources()).project());
  }

  LoadedProject load(String file, Sources sources, Trail trail)
      throws InvalidProjectException, IOException {
    return new ProjectLoader().load(request(files(file), folder.toAbsolutePath()), sources, trail);
  }

  /// What is merged, in that order.
  List<String> files() {
    return Stream.concat(Stream.of("compose.yaml"), LAYERS.stream().filter(this::has)).toList();
  }

  private List<String> files(String file) {
    return file.equals("compose.yaml") ? files() : List.of(file);
  }

  private LoadRequest request(List<String> files, Path directory) throws IOException {
    return new LoadRequest(
        new LoadRequest.Choice(
            files, Optional.empty(), Optional.of(directory), List.of(), List.of()),
        new LoadRequest.Surroundings(environment(), directory, InputStream::nullInputStream),
        LoadSwitches.ALL_ON);
  }

  /// Without the folder of this machine.
  String portable(String text) {
    return text.replace(folder.toAbsolutePath().toString(), "/folder");
  }

  SequencedMap<String, String> environment() throws IOException {
    SequencedMap<String, String> variables = new LinkedHashMap<>();
    if (has("environment")) {
      for (String line : Files.readAllLines(folder.resolve("environment"))) {
        int equals = line.indexOf('=');
        variables.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return variables;
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
