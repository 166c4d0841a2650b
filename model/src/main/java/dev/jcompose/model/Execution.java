package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What runs inside the container, and as whom.
///
/// @param environment variables by name, env files included; a variable without a value unsets what
///   the image says
/// @param envFiles the files named by `env_file` that were not read into `environment`
/// @param init whether a small init process runs as process 1; left out: the engine decides
/// @param models AI models the process is told about, by their key
public record Execution(
    Command command,
    Command entrypoint,
    SequencedMap<String, Optional<String>> environment,
    List<EnvFile> envFiles,
    Optional<String> workingDir,
    User user,
    boolean tty,
    boolean stdinOpen,
    Optional<Boolean> init,
    SequencedMap<String, ModelBinding> models) {
  /// As the image says.
  public static final Execution PLAIN =
      new Execution(
          new Command.FromImage(),
          new Command.FromImage(),
          Ordered.map(),
          List.of(),
          Optional.empty(),
          User.PLAIN,
          false,
          false,
          Optional.empty(),
          Ordered.map());

  public Execution {
    environment = Ordered.map(environment);
    envFiles = List.copyOf(envFiles);
    models = Ordered.map(models);
  }

  /// This execution with other variables.
  public Execution withEnvironment(SequencedMap<String, Optional<String>> changed) {
    return new Execution(
        command, entrypoint, changed, envFiles, workingDir, user, tty, stdinOpen, init, models);
  }

  /// This execution with another command.
  public Execution withCommand(Command changed) {
    return new Execution(
        changed, entrypoint, environment, envFiles, workingDir, user, tty, stdinOpen, init, models);
  }
}
