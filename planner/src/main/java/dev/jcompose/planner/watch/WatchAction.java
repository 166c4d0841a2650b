package dev.jcompose.planner.watch;

import dev.jcompose.model.WatchRule;

/// What a rule does about a changed file.
public enum WatchAction {
  SYNC("sync"),
  REBUILD("rebuild"),
  RESTART("restart"),
  SYNC_RESTART("sync+restart"),
  SYNC_EXEC("sync+exec");

  private final String word;

  WatchAction(String word) {
    this.word = word;
  }

  /// That of a rule; the schema sees to it that there is one.
  public static WatchAction of(WatchRule rule) {
    for (WatchAction action : values()) {
      if (action.word.equals(rule.action())) {
        return action;
      }
    }
    throw new IllegalStateException("no such action: " + rule.action());
  }

  /// Whether the file goes into the containers.
  public boolean syncs() {
    return switch (this) {
      case SYNC, SYNC_RESTART, SYNC_EXEC -> true;
      case REBUILD, RESTART -> false;
    };
  }

  /// As it is written in the file.
  public String word() {
    return word;
  }
}
