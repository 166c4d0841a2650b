package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.JsonProgress;
import dev.jcompose.cli.progress.PlainProgress;
import dev.jcompose.cli.progress.Progress;
import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.progress.QuietProgress;
import dev.jcompose.cli.progress.StepTexts;
import dev.jcompose.cli.progress.Tally;
import dev.jcompose.cli.progress.Ticker;
import dev.jcompose.cli.progress.TtyProgress;
import dev.jcompose.executor.Event;
import dev.jcompose.executor.Reconciler;
import dev.jcompose.executor.provider.ProviderEvent;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Shows the plans of one command while they are carried out, one after the other, and counts what
/// was done.
final class Stage implements Reconciler.Audience, AutoCloseable {
  private final Context context;
  private final Questions questions;
  private final Drawing drawing;
  private final List<Tally> tallies = new ArrayList<>();
  private Progress progress = new QuietProgress();
  private Runnable stopTicking = () -> {};
  private Consumer<Event.HookWrote> hooks = _ -> {};
  private boolean silent;

  Stage(Context context, Questions questions, Drawing drawing) {
    this.context = context;
    this.questions = questions;
    this.drawing = drawing;
  }

  @Override
  public List<Question> agreedOf(List<Question> asked) throws InterruptedException {
    return questions.ask(context, asked);
  }

  @Override
  public synchronized Consumer<Event> begin(Plan plan) {
    plan.notices().forEach(notice -> context.warn(notice.describe()));
    var tally = new Tally(plan);
    tallies.add(tally);
    closeProgress();
    var opened = silent ? new QuietProgress() : opened(drawing.drawn(plan));
    progress = opened;
    if (opened instanceof TtyProgress tty) {
      stopTicking = Ticker.calling(tty::tick)::close;
    }
    return event -> {
      tally.count(event);
      if (event instanceof Event.HookWrote wrote) {
        hooks.accept(wrote);
      }
      if (drawing.shows(event)) {
        opened.show(event);
      }
    };
  }

  @Override
  public synchronized void hear(ProviderEvent event) {
    closeProgress();
    if (!silent) {
      ProviderLines.of(event, style()).ifPresent(context::tell);
    }
  }

  /// Says who hears what hooks write; left out: nobody.
  void onHook(Consumer<Event.HookWrote> listener) {
    hooks = listener;
  }

  /// From now on nothing is drawn: the screen belongs to somebody else.
  synchronized void silence() {
    silent = true;
    closeProgress();
  }

  List<Tally> tallies() {
    return List.copyOf(tallies);
  }

  @Override
  public synchronized void close() {
    closeProgress();
  }

  private void closeProgress() {
    stopTicking.run();
    stopTicking = () -> {};
    progress.close();
  }

  private Progress opened(Plan plan) {
    var err = context.host().streams().err();
    boolean dry = context.options().mode() == GlobalOptions.Mode.DRY_RUN;
    var texts = new StepTexts(plan);
    return switch (style()) {
      case TTY ->
          new TtyProgress(
              err, plan, context.host().screen(), context.errorPaint(), context.host().clock());
      case JSON ->
          new JsonProgress(err, texts, dry ? JsonProgress.DryRun.YES : JsonProgress.DryRun.NO);
      case QUIET -> new QuietProgress();
      case AUTO, PLAIN -> new PlainProgress(err, texts, dry ? " DRY-RUN MODE - " : "");
    };
  }

  private ProgressStyle style() {
    if (drawing.style() != ProgressStyle.AUTO) {
      return drawing.style();
    }
    boolean redraws =
        switch (context.options().ansi()) {
          case NEVER -> false;
          case ALWAYS -> true;
          case AUTO -> context.host().screen().errorIsTerminal();
        };
    return redraws && context.options().mode() == GlobalOptions.Mode.REAL
        ? ProgressStyle.TTY
        : ProgressStyle.PLAIN;
  }
}
