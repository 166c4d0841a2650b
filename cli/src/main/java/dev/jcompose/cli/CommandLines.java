package dev.jcompose.cli;

import dev.jcompose.spec.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Sets up picocli, and says in our words what it finds wrong.
final class CommandLines {
  private static final int WIDTH = 100;

  private CommandLines() {}

  /// @param command an object with picocli's annotations
  static CommandLine of(Object command, String name) {
    var line = new CommandLine(command).setCommandName(name);
    line.setUsageHelpWidth(WIDTH).setUsageHelpAutoWidth(false);
    line.setPosixClusteredShortOptionsAllowed(true);
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    line.setOverwrittenOptionsAllowed(true);
    var usage = line.getCommandSpec().usageMessage();
    usage.abbreviateSynopsis(true);
    usage.synopsisHeading("Usage: ").descriptionHeading("%n");
    usage
        .optionListHeading("%nOptions:%n")
        .parameterListHeading(
            line.getCommandSpec().positionalParameters().stream().allMatch(ArgSpec::hidden)
                ? ""
                : "%n")
        .footerHeading("%n");
    usage.showDefaultValues(false).sortOptions(true).requiredOptionMarker(' ');
    return line;
  }

  /// Switches may be given a value, as in `--wait=false`, which picocli does not know.
  static String[] withoutSwitchValues(CommandLine line, List<String> arguments) {
    var plain = new ArrayList<String>();
    boolean options = true;
    for (String argument : arguments) {
      options &= !argument.equals("--");
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
  static String explain(CommandLine.ParameterException wrong) {
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
