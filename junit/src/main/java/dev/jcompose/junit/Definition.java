package dev.jcompose.junit;

import dev.jcompose.Compose;
import dev.jcompose.Condition;
import dev.jcompose.UpOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What an annotation says. Two that are equal make the same project.
record Definition(
    Source source, List<String> services, List<Expectation> expectations, Duration limit) {
  Definition {
    services = List.copyOf(services);
    expectations = List.copyOf(expectations);
  }

  /// What it is loaded from.
  ///
  /// @param engine empty for the usual one
  record Source(List<Path> files, List<String> profiles, List<String> variables, String engine) {
    Source {
      files = List.copyOf(files);
      profiles = List.copyOf(profiles);
      variables = List.copyOf(variables);
    }
  }

  /// What a service has to do before it is used.
  record Expectation(String service, Condition condition) {}

  /// @throws IllegalArgumentException if the annotation makes no sense
  static Definition of(ComposeProject annotation) {
    var source =
        new Source(
            Arrays.stream(annotation.value()).map(Path::of).map(Path::toAbsolutePath).toList(),
            List.of(annotation.profiles()),
            List.of(annotation.env()),
            annotation.engine());
    return new Definition(
        source,
        List.of(annotation.services()),
        Arrays.stream(annotation.await()).map(Definition::expectation).toList(),
        Duration.ofSeconds(annotation.timeoutSeconds()));
  }

  private static Expectation expectation(Await await) {
    var conditions = new ArrayList<Condition>();
    if (!await.log().isEmpty()) {
      conditions.add(Condition.line(await.log()));
    }
    if (await.port() != 0) {
      conditions.add(
          await.path().isEmpty()
              ? Condition.openPort(await.port())
              : Condition.httpAnswer(await.port(), await.path()));
    }
    if (await.command().length > 0) {
      conditions.add(Condition.success(await.command()));
    }
    if (conditions.size() != 1) {
      throw new IllegalArgumentException(
          "@Await of service %s says one of: log, port, port with path, command"
              .formatted(await.service()));
    }
    return new Expectation(await.service(), conditions.getFirst());
  }

  /// The project, still without a name.
  Compose compose() {
    var compose =
        source.files.isEmpty()
            ? Compose.folder(Path.of(""))
            : source.files.size() == 1 && Files.isDirectory(source.files.getFirst())
                ? Compose.folder(source.files.getFirst())
                : Compose.files(source.files.toArray(Path[]::new));
    if (!source.profiles.isEmpty()) {
      compose = compose.profiles(source.profiles.toArray(String[]::new));
    }
    for (var variable : source.variables) {
      int equals = variable.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "\"%s\" is not a variable, like `NAME=value`".formatted(variable));
      }
      compose = compose.env(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return source.engine.isEmpty() ? compose : compose.engine(source.engine);
  }

  UpOptions upOptions() {
    return UpOptions.DEFAULTS
        .services(services.toArray(String[]::new))
        .untilReady()
        .agreeing()
        .timeLimit(limit);
  }
}
