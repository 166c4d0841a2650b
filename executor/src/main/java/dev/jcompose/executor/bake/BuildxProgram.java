package dev.jcompose.executor.bake;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.provider.ChildProcess;
import dev.jcompose.executor.provider.InstalledPrograms;
import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// docker's plugin `buildx`, run as a program of its own.
final class BuildxProgram {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Path program;
  private final SequencedMap<String, String> environment;

  private BuildxProgram(Path program, SequencedMap<String, String> environment) {
    this.program = program;
    this.environment = Ordered.map(environment);
  }

  /// The plugin that one finds with these variables.
  static Optional<BuildxProgram> find(SequencedMap<String, String> environment) {
    return new InstalledPrograms(environment, Path.of("").toAbsolutePath())
        .plugin("buildx")
        .map(path -> new BuildxProgram(path, environment));
  }

  SequencedMap<String, String> environment() {
    return environment;
  }

  /// Runs it to its end. If the thread is interrupted, or a listener throws, neither it nor what it
  /// has started runs on.
  ///
  /// @param variables beside those of the environment
  /// @param errors hears each line of its standard error at once, in the calling thread
  /// @param output hears each line of its standard output when it has ended
  /// @return its exit status
  int run(
      List<String> arguments,
      SequencedMap<String, String> variables,
      String input,
      Consumer<String> errors,
      Consumer<String> output)
      throws InterruptedException {
    var words = new ArrayList<String>();
    words.add(program.toString());
    words.addAll(arguments);
    var builder = new ProcessBuilder(words);
    Map<String, String> own = builder.environment();
    own.clear();
    own.putAll(environment);
    own.putAll(variables);
    try {
      var process = builder.start();
      try {
        return heard(process, input, errors, output);
      } finally {
        ChildProcess.end(process);
      }
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.OTHER, "cannot run " + program + ": " + e.getMessage(), e);
    }
  }

  private static int heard(
      Process process, String input, Consumer<String> errors, Consumer<String> output)
      throws InterruptedException {
    var said = new LinkedBlockingQueue<Optional<String>>();
    var results = new LinkedBlockingQueue<String>();
    Thread.ofPlatform().daemon().start(() -> write(process, input));
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          ChildProcess.each(process.getErrorStream(), line -> said.add(Optional.of(line)));
          said.add(Optional.empty());
        });
    var reader =
        Thread.ofPlatform()
            .daemon()
            .start(() -> ChildProcess.each(process.getInputStream(), results::add));
    for (var line = said.take(); line.isPresent(); line = said.take()) {
      errors.accept(line.get());
    }
    int status = process.waitFor();
    var _ = reader.join(LAST_WORDS);
    results.forEach(output);
    return status;
  }

  /// A program that does not listen says itself what it lacks.
  private static void write(Process process, String input) {
    try (var stream = process.getOutputStream()) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It has closed its end.
    }
  }
}
