package dev.jcompose.executor;

import java.util.List;

/// How one step ended.
sealed interface StepEnd {
  /// It is done.
  record Done() implements StepEnd {}

  /// It failed.
  record Failed(String message, List<String> log) implements StepEnd {
    public Failed {
      log = List.copyOf(log);
    }
  }

  /// It failed because another run changes the same project.
  record Overtaken(Failed failure) implements StepEnd {}

  /// It failed, and that does not matter.
  record Tolerated(String message) implements StepEnd {}

  /// It was interrupted before its end.
  record CutOff() implements StepEnd {}

  /// It came to nothing because another step failed.
  record GivenUp() implements StepEnd {}

  /// There is a bug in us.
  record Crashed(Throwable bug) implements StepEnd {}
}
