package dev.jcompose.executor.docker;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Ordered;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// What the user has told the docker command line: its variables and its directory `~/.docker`.
record CliConfig(SequencedMap<String, String> environment) {
  CliConfig {
    environment = Ordered.map(environment);
  }

  static CliConfig of(Map<String, String> environment) {
    return new CliConfig(Ordered.map(environment));
  }

  /// The value of a variable; one that is set to nothing counts as not set.
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /// `DOCKER_CONFIG`, or `.docker` in the user's home.
  Path directory() {
    Optional<String> named = variable("DOCKER_CONFIG");
    if (named.isPresent()) {
      return Path.of(named.get());
    }
    Optional<String> home = variable("HOME");
    return Path.of(home.isPresent() ? home.get() : System.getProperty("user.home", ""), ".docker");
  }

  /// Where a program of the user's `PATH` is; its bare name when it is nowhere there.
  String program(String name) {
    return installed(name).orElse(name);
  }

  /// Where a program of the user's `PATH` is.
  Optional<String> installed(String name) {
    String path = environment.getOrDefault("PATH", "");
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString);
  }

  /// The content of `config.json`; missing when there is none.
  JsonValue file() {
    return Json.file(directory().resolve("config.json"));
  }
}
