package dev.jcompose.executor;

import dev.jcompose.executor.Outcome.Failure.Reason;
import dev.jcompose.executor.StepThreads.Mail;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One plan being carried out.
///
/// Each step has a thread ({@link StepThreads}), which reports to a mailbox. Everything else, all
/// state and all events, belongs to the thread that runs the plan: it starts what may start, and
/// sleeps until there is mail, an interrupt, or a deadline.
final class PlanRun {
  /// How long threads that were interrupted may take to end; what still hangs then is left behind.
  private static final Duration LAST_GRACE = Duration.ofSeconds(5);

  private final RunOptions options;
  private final Consumer<Event> events;
  private final StepGraph graph;
  private final Waits waits;
  private final StepThreads threads;
  private final Ledger ledger;
  private final Deadline deadline = new Deadline();
  private Pace pace = Pace.ON;
  private boolean interrupted;

  /// Whether new steps begin, and what becomes of those that run.
  private enum Pace {
    /// Steps begin.
    ON,
    /// A step failed: no step begins, and those that run come to their end.
    ENDING,
    /// Interrupted, or time is up: only short calls may still end.
    STOPPING,
    /// All was interrupted.
    CUT
  }

  PlanRun(
      Engine engine,
      ConfigHasher hasher,
      ProjectName project,
      Plan plan,
      RunOptions options,
      Consumer<Event> events) {
    this.options = options;
    this.events = events;
    this.graph = new StepGraph(plan);
    this.waits = new Waits(engine, project);
    this.threads = new StepThreads(new StepRunner(engine, hasher, project, graph, waits, options));
    this.ledger = new Ledger(graph);
  }

  Outcome run() {
    options.limit().ifPresent(limit -> deadline.in(limit, this::timeIsUp));
    try (waits) {
      if (Thread.interrupted()) {
        interrupt();
      }
      startReady();
      while (threads.isRunning()) {
        awaitMail().ifPresent(this::open);
        startReady();
      }
    } finally {
      // Only when a listener has thrown is there anything left to interrupt.
      threads.interruptIf(_ -> true);
    }
    return ledger.outcome(interrupted, events);
  }

  private void startReady() {
    if (pace != Pace.ON) {
      return;
    }
    for (Step step : graph.ready()) {
      if (StepThreads.isWait(step) || threads.calls() < options.parallelism()) {
        graph.begun(step);
        events.accept(new Event.Started(step));
        threads.start(step);
      }
    }
  }

  private Optional<Mail> awaitMail() {
    try {
      Optional<Mail> mail = threads.awaitMail(deadline);
      if (mail.isEmpty()) {
        deadline.passed();
      }
      return mail;
    } catch (InterruptedException _) {
      interrupt();
      return Optional.empty();
    }
  }

  private void open(Mail mail) {
    switch (mail) {
      case Mail.Progress(Event event) -> events.accept(event);
      case Mail.Ended(Step step, StepEnd end, Duration took) -> ended(step, end, took);
    }
  }

  private void ended(Step step, StepEnd end, Duration took) {
    switch (end) {
      case StepEnd.Done() -> {
        done(step);
        events.accept(new Event.Done(step, took));
      }
      case StepEnd.Tolerated(String message) -> {
        done(step);
        events.accept(new Event.Tolerated(step, message));
      }
      case StepEnd.Failed failure -> failed(step, failure, Reason.OTHER);
      case StepEnd.Overtaken(StepEnd.Failed failure) -> failed(step, failure, Reason.OVERTAKEN);
      case StepEnd.CutOff() -> cutOff(step);
      case StepEnd.GivenUp() -> {} // It is reported with those that were not begun.
      case StepEnd.Crashed(Throwable bug) -> {
        ledger.crashed(bug);
        slowDown();
      }
    }
  }

  private void done(Step step) {
    ledger.done(step);
    graph.done(step);
  }

  private void cutOff(Step step) {
    if (StepThreads.isWait(step)) {
      return; // It is reported with those that were not begun.
    }
    String message = interrupted ? "interrupted" : Ledger.TIME_IS_UP;
    if (!interrupted) {
      ledger.tell(new Outcome.Failure(step, message, List.of(), Reason.OTHER));
    }
    failed(step, message);
  }

  private void failed(Step step, StepEnd.Failed failure, Reason reason) {
    ledger.tell(new Outcome.Failure(step, failure.message(), failure.log(), reason));
    failed(step, failure.message());
    if (step.operation().onFailure() != Operation.OnFailure.GO_ON) {
      slowDown();
    }
  }

  private void failed(Step step, String message) {
    ledger.failed(step);
    events.accept(new Event.Failed(step, message));
  }

  /// A step failed: nothing that is waited for matters any more.
  private void slowDown() {
    if (pace == Pace.ON) {
      pace = Pace.ENDING;
      threads.interruptIf(Operation.Await.class::isInstance);
    }
  }

  private void interrupt() {
    interrupted = true;
    boolean again = pace == Pace.STOPPING || pace == Pace.CUT;
    threads.interruptIf(Operation.Await.class::isInstance);
    if (again) {
      cut();
    } else {
      stop();
    }
  }

  /// Waits end by themselves then, and say what they waited for.
  private void timeIsUp() {
    waits.timeIsUp();
    stop();
  }

  private void stop() {
    pace = Pace.STOPPING;
    threads.interruptIf(StepThreads::mayTakeLong);
    deadline.in(options.grace(), this::cut);
  }

  private void cut() {
    pace = Pace.CUT;
    threads.interruptIf(_ -> true);
    deadline.in(LAST_GRACE, this::leaveBehind);
  }

  private void leaveBehind() {
    threads.leaveBehind().forEach(this::cutOff);
  }
}
