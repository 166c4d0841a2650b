package dev.jcompose.cli;

import dev.jcompose.cli.command.Commands;
import dev.jcompose.cli.command.RootOptions;
import dev.jcompose.cli.project.Context;
import dev.jcompose.model.Orders;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What a manual says of a command, taken from the annotations that its help text is made of.
///
/// Texts have code in backticks.
///
/// @param name the command's name, `jcompose` for the whole program
/// @param header what it does, in a few words
/// @param synopsis how it is called
/// @param description what it does, in sentences
record ManualPage(
    String name,
    String header,
    String synopsis,
    String description,
    List<Entry> arguments,
    List<Entry> options,
    List<Example> examples,
    List<Entry> exitCodes) {

  /// A word that may be typed, and what it means.
  record Entry(String term, String meaning) {}

  /// A call that people need.
  ///
  /// @param call what is typed, as in a shell
  /// @param meaning what it does; empty if the call says it all
  record Example(String call, String meaning) {
    private static final String GAP = " {3,}";

    private static Example of(String line) {
      var parts = line.strip().split(GAP, 2);
      return new Example(parts[0], parts.length > 1 ? parts[1] : "");
    }
  }

  ManualPage {
    arguments = List.copyOf(arguments);
    options = List.copyOf(options);
    examples = List.copyOf(examples);
    exitCodes = List.copyOf(exitCodes);
  }

  /// Of the whole program first, then of all commands by name.
  static List<ManualPage> all() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var host = Main.host(nowhere, nowhere, new TreeMap<>());
    var context = new Context(host, new RootOptions().options(host.environment()));
    var pages = new ArrayList<ManualPage>();
    pages.add(of(CommandLines.PROGRAM, new RootOptions()));
    for (String name : Commands.names()) {
      pages.add(of(name, Commands.make(name, context).orElseThrow()));
    }
    return pages;
  }

  /// @param command an object with picocli's annotations
  private static ManualPage of(String name, Object command) {
    boolean whole = name.equals(CommandLines.PROGRAM);
    var line = CommandLines.of(command, whole ? name : CommandLines.PROGRAM + " " + name);
    var spec = line.getCommandSpec();
    var usage = spec.usageMessage().abbreviateSynopsis(true);
    var help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
    return new ManualPage(
        name,
        usage.header()[0],
        help.synopsis(0).strip() + (whole ? " COMMAND" : ""),
        String.join(" ", usage.description()),
        spec.positionalParameters().stream()
            .filter(place -> !place.hidden())
            .map(place -> new Entry(label(help, place), meaning(place)))
            .toList(),
        spec.options().stream()
            .filter(option -> !option.hidden())
            .sorted(Orders.by(option -> option.longestName().toLowerCase(Locale.ROOT)))
            .map(option -> new Entry(names(option) + label(help, option), meaning(option)))
            .toList(),
        Arrays.stream(usage.footer()).skip(1).map(Example::of).toList(),
        usage.exitCodeList().entrySet().stream()
            .map(code -> new Entry(code.getKey(), code.getValue()))
            .toList());
  }

  private static String names(OptionSpec option) {
    return Arrays.stream(option.names())
        .sorted(Orders.by(String::length))
        .collect(Collectors.joining(", "));
  }

  private static String label(Help help, ArgSpec argument) {
    return help.parameterLabelRenderer()
        .renderParameterLabel(argument, Help.Ansi.OFF, List.of())
        .toString();
  }

  private static String meaning(ArgSpec argument) {
    return String.join(" ", argument.description());
  }
}
