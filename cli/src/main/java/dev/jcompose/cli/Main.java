package dev.jcompose.cli;

import dev.jcompose.cli.host.Host;
import dev.jcompose.cli.host.ProcessEnd;
import dev.jcompose.cli.host.ProcessScreen;
import dev.jcompose.cli.host.ProcessTerminals;
import dev.jcompose.cli.host.SignalInterrupts;
import dev.jcompose.cli.host.Streams;
import dev.jcompose.executor.docker.DockerEngine;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The entry point: the only place that touches the process.
public final class Main {
  private Main() {}

  /// Runs a command line and ends the process.
  public static void main(String[] arguments) {
    readClassPath();
    var out = stream(FileDescriptor.out);
    var err = stream(FileDescriptor.err);
    int code = new Cli(host(out, err, new TreeMap<>(System.getenv()))).run(arguments);
    out.flush();
    err.flush();
    ProcessEnd.with(code);
  }

  /// Lets the classes of the run-time image use libraries that are no part of it. Nothing happens
  /// where all are on the class path.
  static void readClassPath() {
    Main.class.getModule().addReads(ClassLoader.getSystemClassLoader().getUnnamedModule());
  }

  /// The process, but for its output and its variables.
  static Host host(PrintStream out, PrintStream err, SequencedMap<String, String> environment) {
    return new Host(
        new Streams(System.in, out, err),
        environment,
        currentDirectory(environment),
        new ProcessScreen(),
        new ProcessTerminals(),
        new SignalInterrupts(),
        DockerEngine::new,
        InstantSource.system());
  }

  /// As the shell names it, which may be through links; paths in the output then read as the user
  /// knows them, and as docker compose writes them.
  private static Path currentDirectory(SequencedMap<String, String> environment) {
    var real = Path.of("").toAbsolutePath();
    try {
      var named = Path.of(environment.getOrDefault("PWD", ""));
      return named.isAbsolute() && Files.isSameFile(named, real) ? named : real;
    } catch (IOException | InvalidPathException _) {
      return real;
    }
  }

  /// Text goes out line by line, in UTF-8 whatever the locale.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
  }
}
