package dev.jcompose.executor;

import dev.jcompose.executor.Outcome.Failure.Reason;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// One plan being carried out.
///
/// Each step has a thread, which reports to a mailbox. Everything else, all state and all events,
/// belongs to the thread that runs the plan: it starts what may start, and sleeps until there is
/// mail, an interrupt, or a deadline.
final class PlanRun {
  /// How long threads that were interrupted may take to end; what still hangs then is left behind.
  private static final Duration LAST_GRACE = Duration.ofSeconds(5);

  private static final String TIME_IS_UP = "not done when time was up";

  private final Plan plan;
  private final RunOptions options;
  private final Consumer<Event> events;
  private final StepGraph graph;
  private final Waits waits;
  private final StepRunner runner;
  private final BlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();
  private final Deadline deadline = new Deadline();

  private final Map<StepId, Thread> running = new LinkedHashMap<>();
  private final Set<StepId> done = new HashSet<>();
  private final Set<StepId> failed = new HashSet<>();
  private final List<Outcome.Failure> failures = new ArrayList<>();
  private final List<Throwable> bugs = new ArrayList<>();
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

  /// What a step's thread reports.
  private sealed interface Mail {
    record Progress(Event event) implements Mail {}

    record Ended(Step step, StepEnd end, Duration took) implements Mail {}
  }

  PlanRun(
      Engine engine,
      ConfigHasher hasher,
      ProjectName project,
      Plan plan,
      RunOptions options,
      Consumer<Event> events) {
    this.plan = plan;
    this.options = options;
    this.events = events;
    this.graph = new StepGraph(plan);
    this.waits = new Waits(engine, project);
    this.runner = new StepRunner(engine, hasher, project, graph, waits, options);
  }

  Outcome run() {
    options.limit().ifPresent(limit -> deadline.in(limit, this::timeIsUp));
    try (waits) {
      if (Thread.interrupted()) {
        interrupt();
      }
      startReady();
      while (!running.isEmpty()) {
        awaitMail().ifPresent(this::open);
        startReady();
      }
    } finally {
      // Only when a listener has thrown is there anything left to interrupt.
      running.values().forEach(Thread::interrupt);
    }
    return conclude();
  }

  private void startReady() {
    if (pace != Pace.ON) {
      return;
    }
    for (Step step : graph.ready()) {
      if (isWait(step) || callsRunning() < options.parallelism()) {
        graph.begun(step);
        events.accept(new Event.Started(step));
        running.put(
            step.id(),
            Thread.ofPlatform().daemon().name("step " + step.id()).start(() -> perform(step)));
      }
    }
  }

  /// The body of a step's thread: however it ends, there is mail.
  private void perform(Step step) {
    long start = System.nanoTime();
    StepEnd end;
    try {
      end = runner.run(step, event -> mailbox.add(new Mail.Progress(event)));
    } catch (InterruptedException _) {
      end = new StepEnd.CutOff();
    } catch (RuntimeException | Error bug) {
      end = new StepEnd.Crashed(bug);
    }
    mailbox.add(new Mail.Ended(step, end, Duration.ofNanos(System.nanoTime() - start)));
  }

  private Optional<Mail> awaitMail() {
    try {
      if (!deadline.isSet()) {
        return Optional.of(mailbox.take());
      }
      Optional<Mail> mail =
          Optional.ofNullable(mailbox.poll(deadline.nanosLeft(), TimeUnit.NANOSECONDS));
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
      case Mail.Ended(Step step, StepEnd end, Duration took) -> {
        running.remove(step.id());
        ended(step, end, took);
      }
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
        bugs.add(bug);
        slowDown();
      }
    }
  }

  private void done(Step step) {
    done.add(step.id());
    graph.done(step);
  }

  private void cutOff(Step step) {
    if (isWait(step)) {
      return; // It is reported with those that were not begun.
    }
    String message = interrupted ? "interrupted" : TIME_IS_UP;
    failed(step, message);
    if (!interrupted) {
      failures.add(new Outcome.Failure(step, message, List.of(), Reason.OTHER));
    }
  }

  private void failed(Step step, StepEnd.Failed failure, Reason reason) {
    failures.add(new Outcome.Failure(step, failure.message(), failure.log(), reason));
    failed(step, failure.message());
    if (step.operation().onFailure() != Operation.OnFailure.GO_ON) {
      slowDown();
    }
  }

  private void failed(Step step, String message) {
    failed.add(step.id());
    events.accept(new Event.Failed(step, message));
  }

  /// A step failed: nothing that is waited for matters any more.
  private void slowDown() {
    if (pace == Pace.ON) {
      pace = Pace.ENDING;
      interruptIf(Operation.Await.class::isInstance);
    }
  }

  private void interrupt() {
    interrupted = true;
    boolean again = pace == Pace.STOPPING || pace == Pace.CUT;
    interruptIf(Operation.Await.class::isInstance);
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
    interruptIf(PlanRun::mayTakeLong);
    deadline.in(options.grace(), this::cut);
  }

  private void cut() {
    pace = Pace.CUT;
    interruptIf(_ -> true);
    deadline.in(LAST_GRACE, this::leaveBehind);
  }

  private void leaveBehind() {
    var left = running.keySet().stream().map(graph::step).toList();
    running.clear();
    left.forEach(this::cutOff);
  }

  private void interruptIf(Predicate<Operation> condition) {
    running.forEach((id, thread) -> {
      if (condition.test(graph.step(id).operation())) {
        thread.interrupt();
      }
    });
  }

  private Outcome conclude() {
    var notDone = plan.steps().stream().filter(step -> !done.contains(step.id())).toList();
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

  private long callsRunning() {
    return running.keySet().stream().filter(id -> !isWait(graph.step(id))).count();
  }

  /// Cutting such a call off leaves nothing half-made that the next plan would trip over.
  private static boolean mayTakeLong(Operation operation) {
    return switch (operation) {
      case Operation.PullImage _,
          Operation.PushImage _,
          Operation.BuildImage _,
          Operation.RunHook _,
          Operation.RunPreStart _,
          Operation.StopContainer _ ->
          true;
      case Operation.RemoveImage _,
          Operation.CreateNetwork _,
          Operation.RemoveNetwork _,
          Operation.ConnectNetwork _,
          Operation.DisconnectNetwork _,
          Operation.CreateVolume _,
          Operation.RemoveVolume _,
          Operation.CreateContainer _,
          Operation.UploadFiles _,
          Operation.StartContainer _,
          Operation.KillContainer _,
          Operation.PauseContainer _,
          Operation.UnpauseContainer _,
          Operation.RemoveContainer _,
          Operation.RenameContainer _,
          Operation.Await _ ->
          false;
    };
  }

  private static boolean isWait(Step step) {
    return step.operation() instanceof Operation.Await;
  }
}
