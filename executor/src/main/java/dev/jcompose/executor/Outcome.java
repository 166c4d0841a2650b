package dev.jcompose.executor;

import dev.jcompose.planner.Step;
import java.util.List;

/// How carrying out a plan ended.
public sealed interface Outcome {
  /// Every step is done.
  record Completed() implements Outcome {}

  /// Steps failed; those that depend on them, and all that had not begun, were left out.
  ///
  /// @param failures what failed first, and what failed while it was waited for
  record Stopped(List<Failure> failures, List<Step> notDone) implements Outcome {
    public Stopped {
      failures = List.copyOf(failures);
      notDone = List.copyOf(notDone);
    }
  }

  /// The user interrupted.
  record Interrupted(List<Step> notDone) implements Outcome {
    public Interrupted {
      notDone = List.copyOf(notDone);
    }
  }

  /// A step that failed, and why.
  ///
  /// @param log the last lines that the container concerned has written, or its last health checks
  ///   said
  record Failure(Step step, String message, List<String> log) {
    public Failure {
      log = List.copyOf(log);
    }
  }
}
