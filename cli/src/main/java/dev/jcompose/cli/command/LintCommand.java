package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.text.LintText;
import dev.jcompose.cli.text.Sarif;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.Diagnostic.Severity;
import dev.jcompose.spec.diagnostic.NearestWord;
import dev.jcompose.spec.lint.Linter;
import dev.jcompose.spec.lint.Rule;
import dev.jcompose.spec.lint.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lint`: what the files could do better.
@Command(
    name = "lint",
    header = "Look for what the files could do better",
    description = {
      "Finds images without a fixed tag, passwords in files, ports open to the world, and more, each",
      "with its place, the reason, and a way out. A comment in a file says what is meant to be so:",
      "# jcompose-lint: disable=RULE on the line or above it, disable-file=RULE for all of the file.",
      "No engine is needed."
    },
    exitCodeListHeading = HelpFlag.EXIT_CODES,
    exitCodeList = {
      "0:Nothing was found, or only notes.",
      "1:There is an error, or the files make no project.",
      "2:There is a warning, and no error."
    },
    footer = {
      "Examples:",
      "  jcompose lint                            all there is to say",
      "  jcompose lint --severity warning         no notes",
      "  jcompose lint --rule privileged          only that",
      "  jcompose lint --list                     the rules",
      "  jcompose lint --format sarif > l.sarif   for code hosts and editors"
    })
final class LintCommand implements Callable<Integer> {
  /// There are warnings, and no errors.
  private static final int WARNINGS = 2;

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "Look only for that; several: with commas, or given several times.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--disable",
      paramLabel = "RULE",
      description = "Do not look for that; several: with commas, or given several times.")
  List<String> disabled = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "LEAST",
      description = "Leave out what is less than that: error, warning or note.")
  String severity = "note";

  @Option(names = "--format", paramLabel = "FORM", description = "text, json or sarif.")
  String format = "text";

  @Option(names = "--list", description = "List the rules.")
  boolean list;

  LintCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!List.of("text", "json", "sarif").contains(format)) {
      throw new CommandFailure("unsupported format \"" + format + "\": use text, json or sarif");
    }
    var least = least();
    var wanted = names(only);
    var unwanted = names(disabled);
    if (list) {
      context.host().streams().out().print(LintText.rules());
      return ExitCode.OK;
    }
    var linter =
        new Linter(name -> (wanted.isEmpty() || wanted.contains(name)) && !unwanted.contains(name));
    var loading = new Loading(context);
    var linted = loading.lint(linter).atLeast(least);
    var found = linted.shown();
    context
        .host()
        .streams()
        .out()
        .print(
            switch (format) {
              case "json" -> LintText.json(found) + "\n";
              case "sarif" -> Sarif.of(found, VersionCommand.number()) + "\n";
              default -> LintText.of(linted, loading.sources());
            });
    loading.annotate(found);
    return exitCode(found);
  }

  private static int exitCode(List<Diagnostic> found) {
    var severities = found.stream().map(Diagnostic::severity).toList();
    if (severities.contains(Severity.ERROR)) {
      return ExitCode.FAILED;
    }
    return severities.contains(Severity.WARNING) ? WARNINGS : ExitCode.OK;
  }

  private Severity least() {
    return switch (severity) {
      case "error" -> Severity.ERROR;
      case "warning" -> Severity.WARNING;
      case "note" -> Severity.NOTE;
      default ->
          throw new CommandFailure(
              "unknown severity \"" + severity + "\": use error, warning or note");
    };
  }

  private static Set<String> names(List<String> given) {
    var names = new LinkedHashSet<String>();
    for (String words : given) {
      names.addAll(List.of(words.split(",", -1)));
    }
    var known = Rules.ALL.stream().map(Rule::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new CommandFailure(
            "there is no rule \""
                + name
                + "\""
                + NearestWord.of(name, known).map(near -> "; did you mean " + near + "?").orElse("")
                + "\nSee \"jcompose lint --list\".");
      }
    }
    return names;
  }
}
