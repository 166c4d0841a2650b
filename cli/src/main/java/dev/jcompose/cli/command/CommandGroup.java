package dev.jcompose.cli.command;

import java.util.List;

/// What commands are for, in the order in which help lists them.
public enum CommandGroup {
  RUN(
      "Run a project",
      "up",
      "down",
      "create",
      "start",
      "stop",
      "restart",
      "scale",
      "watch",
      "pause",
      "unpause",
      "kill",
      "rm",
      "wait"),
  LOOK("Look at it", "ps", "logs", "stats", "top", "events", "port", "images", "volumes", "ls"),
  INSIDE("Inside containers", "exec", "run", "attach", "cp", "export", "commit"),
  IMAGES("Images", "build", "pull", "push"),
  FILES("Files and plans", "config", "plan"),
  OTHER("Other", "completion", "plugin", "version");

  private final String title;
  private final List<String> commands;

  CommandGroup(String title, String... commands) {
    this.title = title;
    this.commands = List.of(commands);
  }

  /// What help writes above its commands.
  public String title() {
    return title;
  }

  /// Names of {@link Commands}, the more usual ones first.
  public List<String> commands() {
    return commands;
  }
}
