package dev.jcompose.cli.command;

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
          "images",
          "kill",
          "logs",
          "ls",
          "pause",
          "plan",
          "plugin",
          "port",
          "ps",
          "pull",
          "push",
          "restart",
          "rm",
          "run",
          "scale",
          "start",
          "stats",
          "stop",
          "top",
          "ui",
          "unpause",
          "up",
          "version",
          "volumes",
          "wait",
          "watch");

  private Commands() {}

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
          case "images" -> new ImagesCommand(context);
          case "kill" -> new KillCommand(context);
          case "logs" -> new LogsCommand(context);
          case "ls" -> new LsCommand(context);
          case "pause" -> new PauseCommand(context);
          case "plan" -> new PlanCommand(context);
          case "plugin" -> new PluginCommand(context);
          case "port" -> new PortCommand(context);
          case "ps" -> new PsCommand(context);
          case "pull" -> new PullCommand(context);
          case "push" -> new PushCommand(context);
          case "restart" -> new RestartCommand(context);
          case "rm" -> new RmCommand(context);
          case "run" -> new RunCommand(context);
          case "scale" -> new ScaleCommand(context);
          case "start" -> new StartCommand(context);
          case "stats" -> new StatsCommand(context);
          case "stop" -> new StopCommand(context);
          case "top" -> new TopCommand(context);
          case "ui" -> new UiCommand(context);
          case "unpause" -> new UnpauseCommand(context);
          case "up" -> new UpCommand(context);
          case "version" -> new VersionCommand(context);
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
