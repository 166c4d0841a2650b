package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.JsonProgress;
import dev.jcompose.cli.progress.PlainProgress;
import dev.jcompose.cli.progress.Progress;
import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.progress.QuietProgress;
import dev.jcompose.cli.progress.StepTexts;
import dev.jcompose.cli.progress.Ticker;
import dev.jcompose.cli.progress.TtyProgress;
import dev.jcompose.executor.Event;
import dev.jcompose.executor.Outcome;
import dev.jcompose.executor.PlanRunner;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.Plan;
import java.time.Duration;
import java.util.function.Consumer;

/// Carries out a plan while showing what happens, or only shows it.
public final class PlanExecution {
  private final Session session;
  private final Context context;
  private final Drawing drawing;

  public PlanExecution(Session session, Drawing drawing) {
    this.session = session;
    this.context = session.context();
    this.drawing = drawing;
  }

  /// Carries out the plan.
  ///
  /// @param watcher gets every event after it was shown
  public Outcome run(ProjectName project, Plan plan, RunOptions options, Consumer<Event> watcher) {
    try (Progress progress = progress(plan);
        var _ = ticker(progress)) {
      Consumer<Event> show =
          event -> {
            if (drawing.shows(event)) {
              progress.show(event);
            }
            watcher.accept(event);
          };
      return switch (context.options().mode()) {
        case REAL -> new PlanRunner(session.engine()).run(project, plan, options, show);
        case DRY_RUN -> pretended(plan, show);
      };
    }
  }

  private static Outcome pretended(Plan plan, Consumer<Event> show) {
    plan.steps()
        .forEach(step -> {
          show.accept(new Event.Started(step));
          show.accept(new Event.Done(step, Duration.ZERO));
        });
    return new Outcome.Completed();
  }

  private static Ticking ticker(Progress progress) {
    if (progress instanceof TtyProgress tty) {
      var ticker = Ticker.calling(tty::tick);
      return ticker::close;
    }
    return () -> {};
  }

  private interface Ticking extends AutoCloseable {
    @Override
    void close();
  }

  private Progress progress(Plan plan) {
    var err = context.host().streams().err();
    boolean dry = context.options().mode() == GlobalOptions.Mode.DRY_RUN;
    var texts = new StepTexts(plan);
    return switch (effective()) {
      case TTY ->
          new TtyProgress(
              err, plan, context.host().screen(), context.errorPaint(), context.host().clock());
      case JSON ->
          new JsonProgress(
              err, texts, dry ? JsonProgress.DryRun.YES : JsonProgress.DryRun.NO);
      case QUIET -> new QuietProgress();
      case AUTO, PLAIN -> new PlainProgress(err, texts, dry ? " DRY-RUN MODE - " : "");
    };
  }

  private ProgressStyle effective() {
    boolean terminal =
        switch (context.options().ansi()) {
          case NEVER -> false;
          case ALWAYS -> true;
          case AUTO -> context.host().screen().errorIsTerminal();
        };
    boolean dry = context.options().mode() == GlobalOptions.Mode.DRY_RUN;
    return drawing.style() == ProgressStyle.AUTO
        ? terminal && !dry ? ProgressStyle.TTY : ProgressStyle.PLAIN
        : drawing.style();
  }
}
