package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Attachment.LogForm.Times;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.LogReading;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.executor.LogOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `logs`: what containers have written.
@Command(
    name = "logs",
    header = "View output from containers",
    description = "Without files, -p NAME says which project is meant.",
    footer = {
      "Examples:",
      "  jcompose logs -f web              follow web",
      "  jcompose logs --since 10m -t      the last ten minutes, with times",
      "  jcompose logs -n 20 db            the last twenty lines of db"
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
            timestamps);
    if (index > 0 && services.names.size() != 1) {
      throw new CommandFailure("--index needs one service");
    }
    var target = Target.of(context, services.services());
    try (var session = new Session(context)) {
      new LogReading(
              session,
              form.form(timestamps ? Times.SHOWN : Times.HIDDEN),
              services.services(),
              index)
          .read(target, options);
    }
    return ExitCode.OK;
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
