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
    /// Whether it was stopped by what another run did, and by nothing else.
    public boolean wasOvertaken() {
      return failures.stream().allMatch(failure -> failure.reason() == Failure.Reason.OVERTAKEN);
    }

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
  /// @param reason what one may do about it
  record Failure(Step step, String message, List<String> log, Reason reason) {
    public Failure {
      log = List.copyOf(log);
    }

    /// What kind of failure it is, as far as a program may want to act on it.
    public enum Reason {
      /// Another run changes the same project; plan again.
      OVERTAKEN,
      /// Anything else.
      OTHER
    }
  }
}
