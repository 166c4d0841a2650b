package dev.jcompose.spec;

import dev.jcompose.model.Project;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.select.UsedResources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.trail.Trail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A folder with a `compose.yaml` that is loaded with all steps.
///
/// `long.yaml` says the same in the long forms; `environment` holds the process's variables.
record ConfigCase(Path folder) {

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
    return load(Path.of(file), folder.toAbsolutePath());
  }

  Project load(Path file, Path directory) throws InvalidProjectException, IOException {
    LoadRequest request = request(file, directory);
    return UsedResources.only(new ProjectLoader().load(request, new Sources()).project());
  }

  LoadedProject load(String file, Sources sources, Trail trail)
      throws InvalidProjectException, IOException {
    return new ProjectLoader()
        .load(request(Path.of(file), folder.toAbsolutePath()), sources, trail);
  }

  private LoadRequest request(Path file, Path directory) throws IOException {
    return new LoadRequest(
        new LoadRequest.Choice(
            List.of(file.toString()),
            Optional.empty(),
            Optional.of(directory),
            List.of(),
            List.of()),
        new LoadRequest.Surroundings(environment(), directory, () -> ""),
        LoadSwitches.ALL_ON);
  }

  /// Without the folder of this machine.
  String portable(String text) {
    return text.replace(folder.toAbsolutePath().toString(), "/folder");
  }

  private SequencedMap<String, String> environment() throws IOException {
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
