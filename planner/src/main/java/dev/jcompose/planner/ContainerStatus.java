package dev.jcompose.planner;

import java.util.Locale;
import java.util.Optional;

/// What a container is doing.
///
/// @param text the engine's own words, e.g. `Up 3 minutes (healthy)`
/// @param exitCode of the last run, once it has ended
public record ContainerStatus(State state, Health health, Optional<Integer> exitCode, String text) {
  /// The engine's seven states.
  public enum State {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    REMOVING,
    EXITED,
    DEAD;

    /// The engine's word for it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The state of that word.
    ///
    /// @throws IllegalArgumentException if the engine has learnt a new one
    public static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// What its health check says.
  public enum Health {
    /// It has none.
    NONE,
    STARTING,
    HEALTHY,
    UNHEALTHY
  }

  /// Whether it has a process, be it paused, or is about to be given one again.
  public boolean isUp() {
    return switch (state) {
      case RUNNING, PAUSED, RESTARTING -> true;
      case CREATED, REMOVING, EXITED, DEAD -> false;
    };
  }

  /// Whether it has ended with exit code 0.
  public boolean hasCompleted() {
    return state == State.EXITED && exitCode.filter(code -> code == 0).isPresent();
  }

  /// Whether its process is there; paused and restarting ones are not counted.
  public boolean isRunning() {
    return state == State.RUNNING;
  }
}
