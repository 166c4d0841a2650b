package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.text.JsonText;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `version`.
@Command(
    name = "version",
    header = "Show the version",
    description = "Shows the version of jcompose. No engine and no files are needed.",
    footer = {
      "Examples:",
      "  jcompose version --short         the number only",
      "  jcompose version --format json   for programs"
    })
final class VersionCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();

  @Option(names = "--short", description = "Show the number only.")
  boolean brief;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORM",
      description = "pretty or json.")
  String format = "pretty";

  VersionCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.print(
        switch (brief ? "short" : format) {
          case "short" -> number();
          case "pretty", "" -> "jcompose version " + number() + commit();
          case "json" -> JsonText.of(Map.of("version", number()));
          default ->
              throw new CommandFailure("unsupported format \"" + format + "\": use pretty or json");
        });
    return ExitCode.OK;
  }

  /// From the jar's manifest; classes that are not in a jar are of no release.
  static String number() {
    var stated = stated();
    int plus = stated.indexOf('+');
    return plus < 0 ? stated : stated.substring(0, plus);
  }

  /// The commit that the jar was built of, if it was built in a repository.
  private static String commit() {
    var stated = stated();
    var commit = stated.substring(stated.indexOf('+') + 1);
    return commit.length() < stated.length() && !commit.startsWith("$") ? " (" + commit + ")" : "";
  }

  /// With what is known of the build behind a plus, as semantic versioning has it.
  private static String stated() {
    return Objects.requireNonNullElse(
        VersionCommand.class.getPackage().getImplementationVersion(), "development");
  }
}
