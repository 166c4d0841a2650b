package dev.jcompose.cli.command;

import java.util.List;

/// Commands that are for the same thing.
///
/// @param title what help writes above them
/// @param commands names of {@link Commands}, the more usual ones first
public record CommandGroup(String title, List<String> commands) {
  /// All groups in the order in which help lists them; each command is in one.
  public static final List<CommandGroup> ALL =
      List.of(
          new CommandGroup(
              "Run a project",
              List.of(
                  "up", "down", "create", "start", "stop", "restart", "scale", "watch", "pause",
                  "unpause", "kill", "rm", "wait", "test")),
          new CommandGroup(
              "Look at it",
              List.of(
                  "ps", "ui", "logs", "stats", "top", "events", "port", "images", "volumes", "ls")),
          new CommandGroup(
              "Inside containers", List.of("exec", "run", "attach", "cp", "export", "commit")),
          new CommandGroup("Images", List.of("build", "pull", "push")),
          new CommandGroup(
              "Files and plans", List.of("config", "lint", "plan", "viz", "generate", "publish")),
          new CommandGroup("Other", List.of("completion", "plugin", "version")));

  public CommandGroup {
    commands = List.copyOf(commands);
  }
}
