package dev.jcompose.executor;

import dev.jcompose.executor.Outcome.Failure.Reason;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What has become of a plan's steps so far. Not for several threads.
final class Ledger {
  static final String TIME_IS_UP = "not done when time was up";

  private final StepGraph graph;
  private final Set<StepId> done = new HashSet<>();
  private final Set<StepId> failed = new HashSet<>();
  private final List<Outcome.Failure> failures = new ArrayList<>();
  private final List<Throwable> bugs = new ArrayList<>();

  Ledger(StepGraph graph) {
    this.graph = graph;
  }

  void done(Step step) {
    done.add(step.id());
  }

  void failed(Step step) {
    failed.add(step.id());
  }

  /// A failure that is to be told in the end.
  void tell(Outcome.Failure failure) {
    failures.add(failure);
  }

  void crashed(Throwable bug) {
    bugs.add(bug);
  }

  /// How the plan ended, now that no step runs any more. Those that were neither done nor failed
  /// have been skipped.
  ///
  /// @throws IllegalStateException a step crashed
  Outcome outcome(boolean interrupted, Consumer<Event> events) {
    var notDone = graph.steps().stream().filter(step -> !done.contains(step.id())).toList();
    var skipped = notDone.stream().filter(step -> !failed.contains(step.id())).toList();
    skipped.forEach(step -> events.accept(new Event.Skipped(step, graph.cause(step, failed))));
    for (Throwable bug : bugs) {
      throw new IllegalStateException("a step ended by a bug", bug);
    }
    if (interrupted) {
      return new Outcome.Interrupted(notDone);
    }
    if (notDone.isEmpty()) {
      return new Outcome.Completed();
    }
    if (failures.isEmpty()) {
      failures.add(new Outcome.Failure(skipped.getFirst(), TIME_IS_UP, List.of(), Reason.OTHER));
    }
    return new Outcome.Stopped(failures, skipped);
  }
}
