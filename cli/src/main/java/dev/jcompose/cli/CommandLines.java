package dev.jcompose.cli;

import dev.jcompose.cli.command.HandsOn;
import dev.jcompose.cli.command.PlainArguments;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.spec.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Sets up picocli, and says in our words what it finds wrong.
///
/// Its start takes time, so this is for what {@link PlainArguments} leaves.
final class CommandLines {
  /// What the program is called.
  static final String PROGRAM = "jcompose";

  private CommandLines() {}

  /// Gives a command its options and words.
  ///
  /// @param command an object with picocli's annotations
  /// @param name the command's name, `jcompose` for what stands before a command
  /// @throws CommandFailure if they are wrong
  static PlainArguments.Outcome read(Object command, String name, List<String> arguments) {
    boolean whole = name.equals(PROGRAM);
    var line = of(command, whole ? PROGRAM : PROGRAM + " " + name);
    line.setStopAtPositional(command instanceof HandsOn);
    try {
      line.parseArgs(withoutSwitchValues(line, arguments));
    } catch (CommandLine.ParameterException wrong) {
      throw new CommandFailure(explain(wrong));
    }
    return line.isUsageHelpRequested() ? PlainArguments.Outcome.HELP : PlainArguments.Outcome.READ;
  }

  /// @param command an object with picocli's annotations
  static CommandLine of(Object command, String name) {
    var line = new CommandLine(command).setCommandName(name);
    line.setPosixClusteredShortOptionsAllowed(true);
    line.setOverwrittenOptionsAllowed(true);
    return line;
  }

  /// Switches may be given a value, as in `--wait=false`, which picocli does not know.
  private static String[] withoutSwitchValues(CommandLine line, List<String> arguments) {
    var plain = new ArrayList<String>();
    boolean options = true;
    boolean isValue = false;
    for (String argument : arguments) {
      boolean isWord = !isValue && !argument.startsWith("-");
      options &= !argument.equals("--") && !(isWord && line.isStopAtPositional());
      isValue = options && !isValue && wantsValue(line, argument);
      int equals = argument.indexOf('=');
      var switched =
          options && argument.startsWith("--") && equals > 0
              ? switchOf(line, argument.substring(0, equals))
              : Optional.<OptionSpec>empty();
      if (switched.isEmpty()) {
        plain.add(argument);
      } else if (isTrue(argument.substring(equals + 1))) {
        plain.add(argument.substring(0, equals));
      } else if (!isFalse(argument.substring(equals + 1))) {
        plain.add(argument);
      }
    }
    return plain.toArray(String[]::new);
  }

  /// Whether the next argument is a value of this one: of an option by its whole name, or of the
  /// last of several letters.
  private static boolean wantsValue(CommandLine line, String argument) {
    boolean letters = argument.startsWith("-") && !argument.startsWith("--");
    var name = letters ? "-" + argument.substring(argument.length() - 1) : argument;
    return Optional.ofNullable(line.getCommandSpec().optionsMap().get(name))
        .filter(option -> option.arity().min() > 0)
        .isPresent();
  }

  private static Optional<OptionSpec> switchOf(CommandLine line, String name) {
    return Optional.ofNullable(line.getCommandSpec().optionsMap().get(name))
        .filter(option -> option.arity().max() == 0);
  }

  private static boolean isTrue(String text) {
    return List.of("true", "1", "t", "T", "TRUE", "True").contains(text);
  }

  private static boolean isFalse(String text) {
    return List.of("false", "0", "f", "F", "FALSE", "False").contains(text);
  }

  /// What is wrong with the arguments, and where to look.
  private static String explain(CommandLine.ParameterException wrong) {
    var line = wrong.getCommandLine();
    var words = message(wrong, line);
    return words + "\nSee \"" + line.getCommandName() + " --help\".";
  }

  private static String message(CommandLine.ParameterException wrong, CommandLine line) {
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      var word = unmatched.getUnmatched().getFirst();
      if (word.startsWith("-") && word.length() > 1) {
        var flag = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        var known = line.getCommandSpec().optionsMap().keySet();
        var nearest = NearestWord.of(flag, known);
        return "unknown flag: "
            + flag
            + nearest.map(near -> "; did you mean " + near + "?").orElse("");
      }
      return "unexpected argument \"" + word + "\"";
    }
    return String.valueOf(wrong.getMessage());
  }
}
