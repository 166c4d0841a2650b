package dev.jcompose.cli.ui;

import dev.jcompose.cli.host.Streams;
import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.ui.News.Tone;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ProjectBusyException;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.planner.PlanOptions.Orphans;
import dev.jcompose.planner.PlanOptions.Until;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Does to services what the commands of the same names do, beside the drawing; what they say is
/// told as news.
final class Actions implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(5);

  private final Context context;
  private final Target target;
  private final Inbox inbox;
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

  Actions(Context context, Target target, Inbox inbox) {
    this.context = context;
    this.target = target;
    this.inbox = inbox;
  }

  void begin(UiEffect.Act act) {
    threads.removeIf(thread -> !thread.isAlive());
    threads.add(
        Thread.ofPlatform().daemon().name("jcompose-" + act.action().word()).start(() -> run(act)));
  }

  private void run(UiEffect.Act act) {
    var words = new Words(inbox);
    UiEvent end;
    try {
      int code = reconciled(act, words);
      end =
          code == ExitCode.OK
              ? new UiEvent.Ended(act.words() + ": done", Tone.PLAIN)
              : new UiEvent.Ended(words.failure().orElse(act.words() + ": failed"), Tone.BAD);
    } catch (CommandFailure | EngineException | ProjectBusyException failure) {
      end = new UiEvent.Ended(String.valueOf(failure.getMessage()), Tone.BAD);
    } catch (InterruptedException _) {
      end = new UiEvent.Ended(act.words() + ": interrupted", Tone.BAD);
    }
    inbox.add(end);
  }

  private int reconciled(UiEffect.Act act, Words words) throws InterruptedException {
    var streams = new Streams(InputStream.nullInputStream(), words.stream(), words.stream());
    var beside = new Context(context.host().withStreams(streams), context.options());
    var drawing = new Drawing(ProgressStyle.PLAIN, Ordered.set(List.of(Drawing.Detail.SUMMARY)));
    try (var session = new Session(beside)) {
      return new Reconciliation(session, Questions.NO, Reconciliation.runOptions(beside), drawing)
          .run(target, options(act.action(), act.services()));
    }
  }

  private PlanOptions options(Action action, List<ServiceName> services) {
    return switch (action) {
      case RESTART -> new PlanOptions.Restart(services, Dependencies.INCLUDED, Optional.empty());
      case STOP -> new PlanOptions.Stop(services, Optional.empty());
      case START ->
          target.files().isPresent()
              ? up(services)
              : new PlanOptions.Start(services, Until.STARTED);
      case PAUSE -> new PlanOptions.Pause(services);
      case UNPAUSE -> new PlanOptions.Unpause(services);
      case KILL -> new PlanOptions.Kill(services, "SIGKILL", Orphans.IGNORED);
    };
  }

  private static PlanOptions up(List<ServiceName> services) {
    var usual = PlanOptions.Up.DEFAULTS;
    return new PlanOptions.Up(
        services,
        usual.dependencies(),
        usual.recreate(),
        usual.recreateDependencies(),
        usual.anonymousVolumes(),
        usual.orphans(),
        usual.images(),
        usual.until(),
        usual.stopTimeout(),
        List.of());
  }

  /// Ends what goes on at its next step.
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(END);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
