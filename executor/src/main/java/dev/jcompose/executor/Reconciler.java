package dev.jcompose.executor;

import dev.jcompose.model.Project;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import dev.jcompose.planner.Problem;
import dev.jcompose.planner.Question;
import java.util.List;
import java.util.function.Consumer;

/// The whole act: observe an engine, plan what is to be done, and do it.
///
/// ```java
/// var result = new Reconciler(engine, hasher, RunOptions.DEFAULT)
///     .reconcile(project, PlanOptions.Up.DEFAULTS, Reconciler.Audience.SILENT);
/// ```
public final class Reconciler {
  private final Engine engine;
  private final Planner planner;
  private final Observer observer;
  private final PlanRunner runner;
  private final RunOptions options;

  /// A reconciler for that engine; it does not close it.
  ///
  /// @param options how the last plan is carried out; images that must come before it have no time
  ///   limit
  public Reconciler(Engine engine, ConfigHasher hasher, RunOptions options) {
    this.engine = engine;
    this.planner = new Planner(hasher);
    this.observer = new Observer(engine, hasher);
    this.runner = new PlanRunner(engine, hasher);
    this.options = options;
  }

  /// Whoever is asked, and told what happens.
  public interface Audience {
    /// One that agrees to nothing and hears nothing.
    Audience SILENT = new Audience() {};

    /// Called at most once, when there are questions; gives those that are agreed to.
    ///
    /// @throws InterruptedException if the user would rather not go on
    default List<Question> agreedOf(List<Question> questions) throws InterruptedException {
      return List.of();
    }

    /// Called with each plan that is about to be carried out: one, or two when images must come
    /// first. An empty plan counts, too.
    ///
    /// @return who hears what happens, in the calling thread
    default Consumer<Event> begin(Plan plan) {
      return _ -> {};
    }
  }

  /// What came of it.
  public sealed interface Result {
    /// Nothing was touched, because of these problems.
    record Refused(List<Problem> problems) implements Result {
      public Refused {
        problems = List.copyOf(problems);
      }
    }

    /// The plan was carried out, or as much of it as was possible.
    record Ended(Outcome outcome) implements Result {}
  }

  /// Does for a project what the options say.
  ///
  /// @throws InterruptedException if the thread is interrupted before anything was done; later on
  ///   the result tells of it
  public Result reconcile(Project project, PlanOptions wanted, Audience audience)
      throws InterruptedException {
    return reconcile(project, observer.observe(project), wanted, audience);
  }

  /// Likewise, starting from a snapshot that was just taken.
  public Result reconcile(
      Project project, ObservedState observed, PlanOptions wanted, Audience audience)
      throws InterruptedException {
    Plan plan = plan(project, observed, wanted);
    return wanted instanceof PlanOptions.Up up && plan.problems().isEmpty()
        ? up(project, observed, up, plan, audience)
        : end(project, plan, audience);
  }

  /// What the engine cannot do is a problem of the plan, so that nothing is begun in vain.
  private Plan plan(Project project, ObservedState observed, PlanOptions wanted)
      throws InterruptedException {
    Plan plan = planner.plan(project, observed, wanted);
    return plan.unless(engine.lacks(plan.steps()));
  }

  private Result up(
      Project project, ObservedState observed, PlanOptions.Up wanted, Plan first, Audience audience)
      throws InterruptedException {
    PlanOptions.Up agreed = wanted;
    Plan plan = first;
    if (!plan.questions().isEmpty()) {
      agreed = wanted.withAgreed(audience.agreedOf(plan.questions()));
      plan = plan(project, observed, agreed);
    }
    if (plan.needsImagesFirst()) {
      Plan images = plan.images();
      Outcome outcome =
          runner.run(project.name(), images, options.withoutLimit(), audience.begin(images));
      if (!(outcome instanceof Outcome.Completed)) {
        return new Result.Ended(outcome);
      }
      plan = plan(project, observer.observe(project), agreed.withImagesDone());
    }
    return end(project, plan, audience);
  }

  private Result end(Project project, Plan plan, Audience audience) {
    return plan.problems().isEmpty()
        ? new Result.Ended(runner.run(project.name(), plan, options, audience.begin(plan)))
        : new Result.Refused(plan.problems());
  }
}
