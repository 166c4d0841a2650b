package dev.jcompose.executor;

import dev.jcompose.planner.ContainerStatus;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.Operation.Awaited;

/// How far a container is from what is waited for.
sealed interface Readiness {
  /// It is as wanted.
  record Reached() implements Readiness {}

  /// It may yet become so.
  ///
  /// @param state what it is doing, e.g. `is starting`
  record Pending(String state) implements Readiness {}

  /// It will not become so by itself.
  ///
  /// @param reason what became of it, e.g. `exited with code 1`
  record Impossible(String reason) implements Readiness {}

  /// The readiness of a container that is not there any more.
  Readiness GONE = new Impossible("was removed while it was waited for");

  /// Judges a container by what it is doing.
  ///
  /// One that the engine is about to restart may still become well: that is what its restart policy
  /// is for. An unhealthy one is given up at once, as docker compose does.
  static Readiness of(ContainerStatus status, Awaited awaited) {
    return switch (status.state()) {
      case CREATED -> new Pending("has not started");
      case RUNNING -> ofRunning(status.health(), awaited);
      case PAUSED -> new Pending("is paused");
      case RESTARTING, EXITED -> ofEnded(status, awaited);
      case REMOVING -> GONE;
      case DEAD -> new Impossible("is dead");
    };
  }

  private static Readiness ofRunning(Health health, Awaited awaited) {
    return switch (awaited) {
      case RUNNING -> new Reached();
      case COMPLETED -> new Pending("is running");
      case HEALTHY, READY ->
          switch (health) {
            case NONE, HEALTHY -> new Reached();
            case STARTING -> new Pending("is running, and its health check has not passed");
            case UNHEALTHY -> new Impossible("is unhealthy");
          };
    };
  }

  private static Readiness ofEnded(ContainerStatus status, Awaited awaited) {
    int code = status.exitCode().orElse(0);
    boolean mayEnd = awaited == Awaited.COMPLETED || awaited == Awaited.READY;
    if (mayEnd && code == 0) {
      return new Reached();
    }
    return status.state() == State.RESTARTING
        ? new Pending("exited with code " + code + " and is restarting")
        : new Impossible("exited with code " + code);
  }
}
