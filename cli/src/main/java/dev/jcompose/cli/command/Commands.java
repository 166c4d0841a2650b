package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// All commands by name. Only the one that is called is ever made.
public final class Commands {
  private static final List<String> NAMES =
      List.of(
          "attach",
          "build",
          "commit",
          "completion",
          "config",
          "cp",
          "create",
          "down",
          "events",
          "exec",
          "export",
          "generate",
          "images",
          "kill",
          "lint",
          "logs",
          "ls",
          "pause",
          "plan",
          "plugin",
          "port",
          "ps",
          "publish",
          "pull",
          "push",
          "restart",
          "rm",
          "run",
          "scale",
          "start",
          "stats",
          "stop",
          "test",
          "top",
          "ui",
          "unpause",
          "up",
          "version",
          "viz",
          "volumes",
          "wait",
          "watch");

  /// Commands that docker compose has, or had, behind the word `alpha`.
  private static final List<String> ALPHA = List.of("generate", "publish", "scale", "viz", "watch");

  private Commands() {}

  /// The words of a call, from the command on, without `alpha`.
  ///
  /// @throws CommandFailure if docker compose knows the command, and there is none here
  public static List<String> plain(List<String> words) {
    var group = words.getFirst();
    if (group.equals("bridge")) {
      throw new CommandFailure(
          "there is no command bridge yet; to have the project in one file for other tools, use"
              + " `config`");
    }
    if (!group.equals("alpha")) {
      return words;
    }
    if (words.size() < 2 || !ALPHA.contains(words.get(1))) {
      throw new CommandFailure("the commands behind alpha are " + String.join(", ", ALPHA));
    }
    return words.subList(1, words.size());
  }

  /// The name that help and messages use of a command; docker compose knows some by others as well,
  /// which the help text does not tell.
  public static String canonical(String name) {
    return name.equals("convert") ? "config" : name;
  }

  /// The command of that canonical name.
  public static Optional<Callable<Integer>> make(String name, Context context) {
    return Optional.ofNullable(
        switch (name) {
          case "attach" -> new AttachCommand(context);
          case "build" -> new BuildCommand(context);
          case "commit" -> new CommitCommand(context);
          case "completion" -> new CompletionCommand(context);
          case "config" -> new ConfigCommand(context);
          case "cp" -> new CpCommand(context);
          case "create" -> new CreateCommand(context);
          case "down" -> new DownCommand(context);
          case "events" -> new EventsCommand(context);
          case "exec" -> new ExecCommand(context);
          case "export" -> new ExportCommand(context);
          case "generate" -> new GenerateCommand(context);
          case "images" -> new ImagesCommand(context);
          case "kill" -> new KillCommand(context);
          case "lint" -> new LintCommand(context);
          case "logs" -> new LogsCommand(context);
          case "ls" -> new LsCommand(context);
          case "pause" -> new PauseCommand(context);
          case "plan" -> new PlanCommand(context);
          case "plugin" -> new PluginCommand(context);
          case "port" -> new PortCommand(context);
          case "ps" -> new PsCommand(context);
          case "publish" -> new PublishCommand(context);
          case "pull" -> new PullCommand(context);
          case "push" -> new PushCommand(context);
          case "restart" -> new RestartCommand(context);
          case "rm" -> new RmCommand(context);
          case "run" -> new RunCommand(context);
          case "scale" -> new ScaleCommand(context);
          case "start" -> new StartCommand(context);
          case "stats" -> new StatsCommand(context);
          case "stop" -> new StopCommand(context);
          case "test" -> new TestCommand(context);
          case "top" -> new TopCommand(context);
          case "ui" -> new UiCommand(context);
          case "unpause" -> new UnpauseCommand(context);
          case "up" -> new UpCommand(context);
          case "version" -> new VersionCommand(context);
          case "viz" -> new VizCommand(context);
          case "volumes" -> new VolumesCommand(context);
          case "wait" -> new WaitCommand(context);
          case "watch" -> new WatchCommand(context);
          default -> null;
        });
  }

  /// Their names, sorted.
  public static List<String> names() {
    return NAMES;
  }
}
