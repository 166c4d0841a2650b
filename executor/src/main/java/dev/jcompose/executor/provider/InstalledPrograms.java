package dev.jcompose.executor.provider;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The programs of this machine: the plugin `docker-TYPE` of the docker command line, else a
/// program `TYPE` on the path.
public final class InstalledPrograms implements ProviderPrograms {
  private static final int MOST_ERRORS = 2048;
  private static final List<Path> PLUGIN_FOLDERS =
      List.of(
          Path.of("/usr/local/lib/docker/cli-plugins"),
          Path.of("/usr/local/libexec/docker/cli-plugins"),
          Path.of("/usr/lib/docker/cli-plugins"),
          Path.of("/usr/libexec/docker/cli-plugins"));

  private final SequencedMap<String, String> environment;
  private final Path directory;

  /// The programs that one finds with these variables, run with them in that folder.
  public InstalledPrograms(SequencedMap<String, String> environment, Path directory) {
    this.environment = Ordered.map(environment);
    this.directory = directory;
  }

  @Override
  public Optional<Path> find(String type) {
    if (type.contains("/")) {
      return Optional.of(directory.resolve(type)).filter(InstalledPrograms::isProgram);
    }
    return plugin(type)
        .or(() ->
            pathFolders()
                .map(folder -> folder.resolve(type))
                .filter(InstalledPrograms::isProgram)
                .findFirst());
  }

  @Override
  public Optional<Path> plugin(String name) {
    return pluginFolders()
        .map(folder -> folder.resolve("docker-" + name))
        .filter(InstalledPrograms::isProgram)
        .findFirst();
  }

  private Stream<Path> pluginFolders() {
    var own =
        variable("DOCKER_CONFIG")
            .map(directory::resolve)
            .or(() -> variable("HOME").map(home -> Path.of(home, ".docker")));
    var chosen = own.map(folder -> extraFolders(folder.resolve("config.json"))).orElse(List.of());
    return Stream.of(
            chosen.stream(),
            own.map(folder -> folder.resolve("cli-plugins")).stream(),
            PLUGIN_FOLDERS.stream())
        .flatMap(folders -> folders);
  }

  /// Those that the user has named for the docker command line. One whose configuration cannot be
  /// read has named none.
  private static List<Path> extraFolders(Path configuration) {
    var folders = new ArrayList<Path>();
    try {
      JsonValue.parse(Files.readAllBytes(configuration))
          .path("cliPluginsExtraDirs")
          .forEach(folder -> folders.add(Path.of(folder.asText())));
    } catch (MalformedJsonException _) {
      return List.of();
    } catch (IOException _) {
      return List.of();
    }
    return folders;
  }

  private Stream<Path> pathFolders() {
    return variable("PATH").stream()
        .flatMap(path -> Stream.of(path.split(":", -1)))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  @Override
  public Finished run(Call call, Consumer<String> lines) throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    words.add(call.program().toString());
    words.addAll(call.arguments());
    var builder = new ProcessBuilder(words).directory(directory.toFile());
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(environment);
    variables.put("COMPOSE_PROJECT_NAME", call.project());
    var process = builder.start();
    try {
      process.getOutputStream().close();
      var errors = new AtomicReference<>("");
      var reader =
          Thread.ofPlatform()
              .daemon()
              .start(() -> ChildProcess.each(process.getErrorStream(), line -> keep(errors, line)));
      var said = new LinkedBlockingQueue<Optional<String>>();
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            ChildProcess.each(process.getInputStream(), line -> said.add(Optional.of(line)));
            said.add(Optional.empty());
          });
      for (var line = said.take(); line.isPresent(); line = said.take()) {
        lines.accept(line.get());
      }
      int status = process.waitFor();
      var _ = reader.join(Duration.ofSeconds(1));
      return new Finished(status, errors.get().strip());
    } finally {
      ChildProcess.end(process);
    }
  }

  private static void keep(AtomicReference<String> errors, String line) {
    var _ =
        errors.updateAndGet(before -> {
          var all = before + line + '\n';
          return all.substring(Math.max(0, all.length() - MOST_ERRORS));
        });
  }
}
