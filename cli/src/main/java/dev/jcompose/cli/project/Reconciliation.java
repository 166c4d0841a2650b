package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.progress.Tally;
import dev.jcompose.cli.text.Ages;
import dev.jcompose.executor.Event;
import dev.jcompose.executor.Outcome;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.model.Project;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The whole act: observe, plan, ask, carry out, and say how it ended.
public final class Reconciliation {
  private final Session session;
  private final Context context;
  private final Questions questions;
  private final RunOptions runOptions;
  private final Drawing drawing;
  private final List<Tally> tallies = new ArrayList<>();

  public Reconciliation(
      Session session, Questions questions, RunOptions runOptions, Drawing drawing) {
    this.session = session;
    this.context = session.context();
    this.questions = questions;
    this.runOptions = runOptions;
    this.drawing = drawing;
  }

  /// One that asks nobody and draws as the user chose.
  public static Reconciliation plain(Session session) {
    return new Reconciliation(
        session, Questions.NO, runOptions(session.context()), Drawing.of(session.context()));
  }

  /// How plans are carried out if the command says nothing else.
  public static RunOptions runOptions(Context context) {
    return context
        .options()
        .parallelism()
        .map(RunOptions.DEFAULT::withParallelism)
        .orElse(RunOptions.DEFAULT);
  }

  /// Makes the engine match the project.
  ///
  /// @param watcher gets all events
  /// @return 0, 1 or 130
  public int up(Project project, PlanOptions.Up options, Consumer<Event> watcher)
      throws InterruptedException {
    Instant start = context.host().clock().instant();
    var target = new Target(project.name(), Optional.of(project));
    ObservedState observed = session.observe(target);
    Plan plan = checked(session.plan(project, observed, options));
    PlanOptions.Up agreed = options;
    if (!plan.questions().isEmpty()) {
      agreed = options.withAgreed(questions.ask(context, plan.questions()));
      plan = checked(session.plan(project, observed, agreed));
    }
    tell(plan);
    if (plan.needsImagesFirst() && context.options().mode() == GlobalOptions.Mode.REAL) {
      int images = carryOut(project, plan.images(), watcher);
      if (images != ExitCode.OK) {
        return images;
      }
      plan = checked(session.plan(project, session.observe(target), agreed.withImagesDone()));
    }
    int code = carryOut(project, plan, watcher);
    summary(code, start);
    return code;
  }

  /// Does what the plan for these options says.
  ///
  /// @return 0, 1 or 130
  public int run(Target target, PlanOptions options) throws InterruptedException {
    Instant start = context.host().clock().instant();
    ObservedState observed = session.observe(target);
    var project = session.project(target, observed);
    var plan = checked(session.plan(project, observed, options));
    tell(plan);
    int code = carryOut(project, plan, _ -> {});
    summary(code, start);
    return code;
  }

  private static Plan checked(Plan plan) {
    if (!plan.problems().isEmpty()) {
      throw new CommandFailure(
          plan.problems().stream().map(Problem::describe).collect(Collectors.joining("\nerror: ")));
    }
    return plan;
  }

  private void tell(Plan plan) {
    plan.notices().forEach(notice -> context.warn(notice.describe()));
  }

  private int carryOut(Project project, Plan plan, Consumer<Event> watcher) {
    var tally = new Tally(plan);
    tallies.add(tally);
    Consumer<Event> both =
        event -> {
          tally.count(event);
          watcher.accept(event);
        };
    var outcome = new PlanExecution(session, drawing).run(project.name(), plan, runOptions, both);
    return switch (outcome) {
      case Outcome.Completed _ -> ExitCode.OK;
      case Outcome.Stopped stopped -> {
        new Ending(context).tell(stopped);
        yield ExitCode.FAILED;
      }
      case Outcome.Interrupted interrupted -> {
        new Ending(context).tell(interrupted);
        yield ExitCode.INTERRUPTED;
      }
    };
  }

  private void summary(int code, Instant start) {
    if (code != ExitCode.OK
        || drawing.style() == ProgressStyle.JSON
        || drawing.style() == ProgressStyle.QUIET
        || context.options().mode() == GlobalOptions.Mode.DRY_RUN) {
      return;
    }
    tallies.forEach(tally -> tally.reasons().forEach(reason -> context.tell(" " + reason)));
    var done =
        tallies.stream()
            .map(Tally::summary)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    var took = Duration.between(start, context.host().clock().instant());
    context.tell(done.isEmpty() ? " Nothing to do." : " " + done + " in " + Ages.brief(took));
  }
}
