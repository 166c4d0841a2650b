package dev.jcompose.executor;

import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The threads of the steps that have begun and have not ended. They report to a mailbox, and do
/// not share anything else with the one thread that uses this.
final class StepThreads {
  /// What a step's thread reports.
  sealed interface Mail {
    record Progress(Event event) implements Mail {}

    record Ended(Step step, StepEnd end, Duration took) implements Mail {}
  }

  private record Running(Step step, Thread thread) {}

  private final StepRunner runner;
  private final BlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();
  private final Map<StepId, Running> running = new LinkedHashMap<>();

  StepThreads(StepRunner runner) {
    this.runner = runner;
  }

  void start(Step step) {
    var thread = Thread.ofPlatform().daemon().name("step " + step.id()).start(() -> perform(step));
    running.put(step.id(), new Running(step, thread));
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

  /// The next mail; empty when the deadline comes first. A step of which the end is told here does
  /// not run any more.
  Optional<Mail> awaitMail(Deadline deadline) throws InterruptedException {
    Optional<Mail> mail =
        deadline.isSet()
            ? Optional.ofNullable(mailbox.poll(deadline.nanosLeft(), TimeUnit.NANOSECONDS))
            : Optional.of(mailbox.take());
    if (mail.isPresent() && mail.get() instanceof Mail.Ended ended) {
      running.remove(ended.step().id());
    }
    return mail;
  }

  boolean isRunning() {
    return !running.isEmpty();
  }

  /// How many run that are not waits.
  long calls() {
    return running.values().stream().filter(each -> !isWait(each.step())).count();
  }

  void interruptIf(Predicate<Operation> condition) {
    for (Running each : running.values()) {
      if (condition.test(each.step().operation())) {
        each.thread().interrupt();
      }
    }
  }

  /// Gives up those that hang: they count as ended from now on.
  List<Step> leaveBehind() {
    var left = running.values().stream().map(Running::step).toList();
    running.clear();
    return left;
  }

  /// Cutting such a call off leaves nothing half-made that the next plan would trip over.
  static boolean mayTakeLong(Operation operation) {
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

  static boolean isWait(Step step) {
    return step.operation() instanceof Operation.Await;
  }
}
