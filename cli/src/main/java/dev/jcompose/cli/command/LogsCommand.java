package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Attachment.LogForm.Times;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.LogFilter;
import dev.jcompose.cli.project.LogReading;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.text.LogLevel;
import dev.jcompose.executor.LogOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `logs`: what containers have written.
@Command(
    name = "logs",
    header = "View output from containers",
    description = {
      "Shows what the containers have written, by time, with the container's name before each line.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose logs -f web              follow web",
      "  jcompose logs --since 10m -t      the last ten minutes, with times",
      "  jcompose logs -n 20 db            the last twenty lines of db",
      "  jcompose logs --level warn        warnings and what is worse",
      "  jcompose logs -f --grep timeout   follow lines in which that regular expression is found"
    })
final class LogsCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin LogFlags form = new LogFlags();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on reading, also of containers that start later.")
  boolean follow;

  @Option(
      names = {"-n", "--tail"},
      paramLabel = "LINES",
      description = "So many lines of each container, or all.")
  String tail = "all";

  @Option(
      names = {"-t", "--timestamps"},
      description = "Show when each line was written.")
  boolean timestamps;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "From that time on: 2026-01-02T13:23:37Z, or 42m ago.")
  @Nullable String since;

  @Option(names = "--until", paramLabel = "WHEN", description = "Up to that time.")
  @Nullable String until;

  @Option(
      names = "--index",
      paramLabel = "N",
      description = "Only the container with that number; needs a service.")
  int index;

  @Option(
      names = "--grep",
      paramLabel = "REGEX",
      description = "Only lines in which that is found; given several times: one of them.")
  List<String> grep = new ArrayList<>();

  @Option(
      names = "--grep-not",
      paramLabel = "REGEX",
      description = "Only lines in which that is not found; may be given several times.")
  List<String> grepNot = new ArrayList<>();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = {
        "Only lines at least so serious: trace, debug, info, warn, error or fatal.",
        "A line that says none belongs to the one before it."
      })
  @Nullable String level;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "text, or json: an object a line, with time, service, stream, level.")
  String format = "text";

  LogsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var now = context.host().clock().instant();
    var options =
        new LogOptions(
            follow,
            lines(),
            Optional.ofNullable(since).map(text -> TimeText.parse("--since", text, now)),
            Optional.ofNullable(until).map(text -> TimeText.parse("--until", text, now)),
            true);
    if (index > 0 && services.names.size() != 1) {
      throw new CommandFailure("--index needs one service");
    }
    var look = look();
    var rules = new LogFilter.Rules(patterns(grep), patterns(grepNot), leastLevel());
    var target = Target.of(context, services.services());
    try (var session = new Session(context)) {
      new LogReading(
              session,
              form.form(timestamps ? Times.SHOWN : Times.HIDDEN),
              new LogReading.Selection(services.services(), index),
              look,
              rules)
          .read(target, options);
    }
    return ExitCode.OK;
  }

  private LogReading.Look look() {
    return switch (format) {
      case "text" -> LogReading.Look.TEXT;
      case "json" -> LogReading.Look.JSON;
      default -> throw new CommandFailure("invalid --format \"" + format + "\": use text or json");
    };
  }

  private Optional<LogLevel> leastLevel() {
    var known = Optional.ofNullable(level).flatMap(LogLevel::named);
    if (level != null && known.isEmpty()) {
      throw new CommandFailure(
          "invalid --level \"" + level + "\": use trace, debug, info, warn, error or fatal");
    }
    return known;
  }

  private static List<Pattern> patterns(List<String> texts) {
    try {
      return texts.stream().map(Pattern::compile).toList();
    } catch (PatternSyntaxException wrong) {
      throw new CommandFailure(
          "invalid regular expression \"" + wrong.getPattern() + "\": " + wrong.getDescription());
    }
  }

  private Optional<Integer> lines() {
    if (tail.equals("all")) {
      return Optional.empty();
    }
    if (!tail.matches("[0-9]{1,9}")) {
      throw new CommandFailure("invalid --tail \"" + tail + "\": use a number of lines, or all");
    }
    return Optional.of(Integer.valueOf(tail));
  }
}
