package dev.jcompose;

import dev.jcompose.executor.access.Execution;
import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// How a command runs in a container. Each method gives options that differ in one thing.
public final class ExecOptions {
  /// As the container's user, in its working directory, with its variables, and nothing to read.
  public static final ExecOptions DEFAULTS =
      new ExecOptions(Optional.empty(), Optional.empty(), Ordered.map(), Optional.empty());

  private final Optional<String> user;
  private final Optional<String> workingDirectory;
  private final SequencedMap<String, String> environment;
  private final Optional<String> input;

  private ExecOptions(
      Optional<String> user,
      Optional<String> workingDirectory,
      SequencedMap<String, String> environment,
      Optional<String> input) {
    this.user = user;
    this.workingDirectory = workingDirectory;
    this.environment = environment;
    this.input = input;
  }

  Execution execution(List<String> command) {
    return new Execution(
        command,
        user,
        workingDirectory,
        environment,
        false,
        input.isPresent(),
        Optional.empty(),
        Optional.empty());
  }

  /// What the command reads; left out: it has no standard input.
  Optional<String> input() {
    return input;
  }

  /// As this user of the container: a name or number, and a group if there is a colon, e.g.
  /// `1000:100`.
  public ExecOptions user(String name) {
    return new ExecOptions(Optional.of(name), workingDirectory, environment, input);
  }

  /// In this directory of the container.
  public ExecOptions workingDirectory(String path) {
    return new ExecOptions(user, Optional.of(path), environment, input);
  }

  /// With this variable beside those of the container.
  public ExecOptions env(String name, String value) {
    var variables = new TreeMap<>(environment);
    variables.put(name, value);
    return new ExecOptions(user, workingDirectory, Ordered.map(variables), input);
  }

  /// With this text to read from standard input, in UTF-8.
  public ExecOptions input(String text) {
    return new ExecOptions(user, workingDirectory, environment, Optional.of(text));
  }
}
