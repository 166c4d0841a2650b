package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.progress.Tally;
import dev.jcompose.cli.text.Ages;
import dev.jcompose.executor.Event;
import dev.jcompose.executor.Outcome;
import dev.jcompose.executor.Reconciler;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.executor.provider.InstalledPrograms;
import dev.jcompose.executor.provider.Providers;
import dev.jcompose.model.Project;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What a command does to an engine: carries out the plan for its options, shows it, and says how
/// it ended. In a dry run it only shows it.
public final class Reconciliation {
  private final Session session;
  private final Context context;
  private final RunOptions runOptions;
  private final Drawing drawing;
  private final Stage stage;
  private String nothing = " Nothing to do.";
  private Optional<PlanFile> expected = Optional.empty();

  public Reconciliation(
      Session session, Questions questions, RunOptions runOptions, Drawing drawing) {
    this.session = session;
    this.context = session.context();
    this.runOptions = runOptions;
    this.drawing = drawing;
    this.stage = new Stage(context, questions, drawing);
  }

  /// One that asks nobody and draws as the user chose.
  public static Reconciliation plain(Session session) {
    return new Reconciliation(
        session, Questions.NO, runOptions(session.context()), Drawing.of(session.context()));
  }

  /// The same, but with these words when there is nothing to do.
  public Reconciliation orIfNothing(String words) {
    nothing = words;
    return this;
  }

  /// How plans are carried out if the command says nothing else.
  public static RunOptions runOptions(Context context) {
    return context
        .options()
        .parallelism()
        .map(RunOptions.DEFAULT::withParallelism)
        .orElse(RunOptions.DEFAULT);
  }

  /// The same that refuses when the plan is not that of the file.
  public Reconciliation checking(PlanFile file) {
    this.expected = Optional.of(file);
    return this;
  }

  /// Does what the plan for these options says.
  ///
  /// @return 0, 1 or 130
  public int run(Target target, PlanOptions options) throws InterruptedException {
    if (context.options().mode() == GlobalOptions.Mode.DRY_RUN
        || options instanceof PlanOptions.BuildImages
        || options instanceof PlanOptions.PullImages
        || options instanceof PlanOptions.PushImages) {
      return observeAndRun(target, options);
    }
    try (var _ = session.hold(target.name(), options.command())) {
      return observeAndRun(target, options);
    }
  }

  private int observeAndRun(Target target, PlanOptions options) throws InterruptedException {
    Instant start = context.host().clock().instant();
    ObservedState observed = session.observe(target);
    var project = session.project(target, observed);
    if (expected.isPresent()) {
      expected.get().check(project, observed, planned(project, observed, options));
    }
    if (context.options().mode() == GlobalOptions.Mode.DRY_RUN) {
      return pretend(project, observed, options);
    }
    int code;
    try (stage) {
      code =
          ended(
              new Reconciler(session.engine(), new Hashes(), runOptions, providers())
                  .reconcile(project, observed, options, stage));
    }
    if (code == ExitCode.OK) {
      summary(start);
    }
    return code;
  }

  private Providers providers() {
    var host = context.host();
    return new Providers(new InstalledPrograms(host.environment(), host.currentDirectory()));
  }

  /// Says who hears what hooks write; left out: nobody.
  void onHook(Consumer<Event.HookWrote> listener) {
    stage.onHook(listener);
  }

  /// From now on nothing is drawn, since logs are.
  void silence() {
    stage.silence();
  }

  private Plan planned(Project project, ObservedState observed, PlanOptions options)
      throws InterruptedException {
    Plan first = session.plan(project, observed, options);
    var agreed = Questions.implied(context, first.questions());
    return session.plan(project, observed, options.withAgreed(agreed));
  }

  private int pretend(Project project, ObservedState observed, PlanOptions options)
      throws InterruptedException {
    Plan plan = planned(project, observed, options);
    refuse(plan.problems());
    refuse(plan.questions().stream().flatMap(question -> question.refused().stream()).toList());
    plan.questions().forEach(question -> context.warn(question.describe()));
    try (stage) {
      var show = stage.begin(plan);
      plan.steps()
          .forEach(step -> {
            show.accept(new Event.Started(step));
            show.accept(new Event.Done(step, Duration.ZERO));
          });
    }
    return ExitCode.OK;
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new CommandFailure(
          problems.stream().map(Problem::describe).collect(Collectors.joining("\nerror: ")));
    }
  }

  private int ended(Reconciler.Result result) {
    stage.close();
    return switch (result) {
      case Reconciler.Result.Refused(var problems) -> {
        refuse(problems);
        yield ExitCode.FAILED;
      }
      case Reconciler.Result.ProviderFailed(String message) -> throw new CommandFailure(message);
      case Reconciler.Result.Ended(Outcome.Completed _) -> ExitCode.OK;
      case Reconciler.Result.Ended(Outcome.Stopped stopped) -> {
        new Ending(context).tell(stopped);
        yield ExitCode.FAILED;
      }
      case Reconciler.Result.Ended(Outcome.Interrupted interrupted) -> {
        if (drawing.hasSummary()) {
          new Ending(context).tell(interrupted);
        }
        yield ExitCode.INTERRUPTED;
      }
    };
  }

  private void summary(Instant start) {
    var tallies = stage.tallies();
    if (drawing.style() != ProgressStyle.JSON && drawing.style() != ProgressStyle.QUIET) {
      tallies.forEach(tally -> tally.reasons().forEach(reason -> context.tell(" " + reason)));
    }
    if (!drawing.hasSummary()) {
      return;
    }
    var done =
        tallies.stream()
            .map(Tally::summary)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    var took = Duration.between(start, context.host().clock().instant());
    context.tell(done.isEmpty() ? nothing : " " + done + " in " + Ages.brief(took));
  }
}
