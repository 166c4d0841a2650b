package dev.jcompose.tests.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A program that understands docker compose's command line, run as its users run it: as a process.
record Program(List<String> words) {
  private static final long MINUTES_AT_MOST = 10;

  Program {
    words = List.copyOf(words);
  }

  /// The jcompose of this build.
  static Program jcompose() {
    return java("dev.jcompose.cli.Main");
  }

  /// A class of this build that has a method `main`.
  static Program java(String className) {
    return new Program(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            className));
  }

  /// Makes a file that runs it, and notes in the file `calls` beside it with what words.
  ///
  /// @return that other file, which is not there before the first call
  Path script(Path file) throws IOException {
    Path calls = file.resolveSibling("calls");
    Files.createDirectories(file.getParent());
    String quoted = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    Files.writeString(
        file, "#!/bin/sh\necho \"$*\" >> '" + calls + "'\nexec " + quoted + " \"$@\"\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return calls;
  }

  /// This program, started by another one.
  Program from(String... starter) {
    var all = new ArrayList<>(List.of(starter));
    all.addAll(words);
    return new Program(all);
  }

  /// Docker compose, where the build was told of one.
  static Optional<Program> reference() {
    return Optional.ofNullable(System.getProperty("jcompose.reference"))
        .filter(path -> !path.isBlank())
        .map(path -> new Program(List.of(path)));
  }

  /// Runs to the end and gives what it printed.
  Run run(Path folder, Map<String, String> environment, String... arguments)
      throws InterruptedException {
    try (Running running = start(folder, environment, arguments)) {
      return running.end();
    }
  }

  /// The same with a file as its input.
  Run reading(Path input, Path folder, Map<String, String> environment, String... arguments)
      throws InterruptedException {
    try (Running running = start(input, folder, environment, arguments)) {
      return running.end();
    }
  }

  /// Starts and goes on while the program runs; closing kills what is left of it.
  Running start(Path folder, Map<String, String> environment, String... arguments) {
    return start(Path.of("/dev/null"), folder, environment, arguments);
  }

  private Running start(
      Path input, Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(words);
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("jcompose-out", ".txt");
      Path err = Files.createTempFile("jcompose-err", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("COMPOSE_"));
      builder.environment().put("NO_COLOR", "1");
      builder.environment().putAll(environment);
      builder.redirectInput(ProcessBuilder.Redirect.from(input.toFile()));
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A process that may still run; its output is collected in files.
  record Running(Process process, Path out, Path err) implements AutoCloseable {
    /// Waits for the end.
    Run end() throws InterruptedException {
      return endWithin(MINUTES_AT_MOST);
    }

    /// Waits for the end, which has to come in that time.
    Run endWithin(long minutes) throws InterruptedException {
      if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still runs after " + minutes + " minutes:\n" + text(err));
      }
      return new Run(process.exitValue(), text(out), text(err));
    }

    /// What it has printed so far, on both streams.
    String soFar() {
      return text(out) + text(err);
    }

    /// Sends what Ctrl-C sends, by the shell, since a bare machine has no program for it.
    void interrupt() throws InterruptedException {
      try {
        new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      process.destroyForcibly();
      try {
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String text(Path file) {
      try {
        return Files.readString(file, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// How a program ended and what it printed.
  record Run(int exitCode, String out, String err) {
    /// This run, if it ended well.
    ///
    /// @throws AssertionError with all it printed if it did not
    Run ok() {
      if (exitCode != 0) {
        throw new AssertionError("exit code " + exitCode + "\n" + out + err);
      }
      return this;
    }
  }
}
