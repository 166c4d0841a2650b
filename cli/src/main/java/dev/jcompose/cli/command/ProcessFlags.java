package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Talk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Flags of commands that start a process in a container.
final class ProcessFlags {
  @Option(
      names = {"-d", "--detach"},
      description = "Start it, and do not wait for it.")
  boolean detach;

  @Option(
      names = {"-e", "--env"},
      paramLabel = "NAME[=VALUE]",
      description = "Set a variable; without a value to that which it has here. Repeatable.")
  List<String> variables = new ArrayList<>();

  @Option(
      names = {"-u", "--user"},
      paramLabel = "USER",
      description = "Run it as that user: a name or number, and a group behind a colon.")
  @Nullable String user;

  @Option(
      names = {"-w", "--workdir"},
      paramLabel = "DIRECTORY",
      description = "Run it in that directory.")
  @Nullable String directory;

  @Option(
      names = {"-T", "--no-tty", "--no-TTY"},
      description =
          "Give it no terminal. It gets one only if standard input and output are terminals here.")
  boolean noTerminal;

  @Option(
      names = {"-t", "--tty"},
      hidden = true)
  boolean terminal;

  @Option(
      names = {"-i", "--interactive"},
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      hidden = true)
  boolean interactive = true;

  /// The variables in the order they were given.
  SequencedMap<String, String> environment(Context context) {
    var environment = new LinkedHashMap<String, String>();
    for (var variable : variables) {
      int equals = variable.indexOf('=');
      if (equals < 0) {
        Optional.ofNullable(context.host().environment().get(variable))
            .ifPresent(value -> environment.put(variable, value));
      } else {
        environment.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return environment;
  }

  Talk.Part part(Context context) {
    if (!interactive) {
      return Talk.Part.LISTENS;
    }
    return hasTerminal(context) ? Talk.Part.AT_THE_TERMINAL : Talk.Part.ANSWERS;
  }

  /// Whether a process that is the first of its container has a terminal.
  ///
  /// @throws CommandFailure if it is to have one and cannot
  boolean ownTerminal(Context context) {
    var screen = context.host().screen();
    if (!terminal) {
      return !noTerminal && screen.outputIsTerminal() && (screen.inputIsTerminal() || !interactive);
    }
    if (noTerminal) {
      throw new CommandFailure("--tty and --no-TTY can't be used together");
    }
    if (interactive && !screen.inputIsTerminal()) {
      throw new CommandFailure("the input device is not a TTY");
    }
    return true;
  }

  boolean hasTerminal(Context context) {
    return !noTerminal && interactive && Talk.isPossibleAtTerminal(context);
  }
}
