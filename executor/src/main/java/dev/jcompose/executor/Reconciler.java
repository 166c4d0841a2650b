package dev.jcompose.executor;

import dev.jcompose.model.Project;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import dev.jcompose.planner.Problem;
import dev.jcompose.planner.Question;
import java.util.ArrayList;
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

  /// So often a plan is made again because another run was quicker.
  private static final int ATTEMPTS = 4;

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

    /// Called when there are questions, with each of them once unless another run gets in between;
    /// gives those that are agreed to.
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
  ///
  /// Runs that share a machine keep out of each other's way by {@link ProjectLocks}. When another
  /// machine's run has made or removed a container first, the engine is observed again, and the
  /// rest is planned anew.
  public Result reconcile(
      Project project, ObservedState observed, PlanOptions wanted, Audience audience)
      throws InterruptedException {
    Result result = once(project, observed, wanted, audience);
    for (int attempt = 1; attempt < ATTEMPTS && wasOvertaken(result); attempt++) {
      result = once(project, observer.observe(project), wanted, audience);
    }
    return result;
  }

  private static boolean wasOvertaken(Result result) {
    return result instanceof Result.Ended(Outcome.Stopped stopped) && stopped.wasOvertaken();
  }

  private Result once(
      Project project, ObservedState observed, PlanOptions wanted, Audience audience)
      throws InterruptedException {
    Plan plan = plan(project, observed, wanted);
    PlanOptions agreed = wanted;
    if (!plan.questions().isEmpty() && plan.problems().isEmpty()) {
      agreed = agreed(project, observed, wanted, plan, audience);
      plan = plan(project, observed, agreed);
    }
    List<Problem> refused =
        plan.questions().stream().flatMap(question -> question.refused().stream()).toList();
    if (!refused.isEmpty()) {
      return new Result.Refused(refused);
    }
    return agreed instanceof PlanOptions.Up up
            && plan.problems().isEmpty()
            && plan.needsImagesFirst()
        ? afterImages(project, up, plan, audience)
        : end(project, plan, audience);
  }

  /// What the engine cannot do is a problem of the plan, so that nothing is begun in vain.
  private Plan plan(Project project, ObservedState observed, PlanOptions wanted)
      throws InterruptedException {
    Plan plan = planner.plan(project, observed, wanted);
    return plan.unless(engine.lacks(plan.steps()));
  }

  /// One answer may lead to further questions, each of which is asked once.
  private PlanOptions agreed(
      Project project, ObservedState observed, PlanOptions wanted, Plan first, Audience audience)
      throws InterruptedException {
    List<Question> asked = new ArrayList<>(first.questions());
    List<Question> agreed = new ArrayList<>(audience.agreedOf(asked));
    List<Question> more = more(project, observed, wanted.withAgreed(agreed), asked);
    while (!more.isEmpty()) {
      asked.addAll(more);
      agreed.addAll(audience.agreedOf(more));
      more = more(project, observed, wanted.withAgreed(agreed), asked);
    }
    return wanted.withAgreed(agreed);
  }

  private List<Question> more(
      Project project, ObservedState observed, PlanOptions options, List<Question> asked) {
    return planner.plan(project, observed, options).questions().stream()
        .filter(question -> !asked.contains(question))
        .toList();
  }

  private Result afterImages(Project project, PlanOptions.Up wanted, Plan first, Audience audience)
      throws InterruptedException {
    Plan images = first.images();
    Outcome outcome =
        runner.run(project.name(), images, options.withoutLimit(), audience.begin(images));
    if (!(outcome instanceof Outcome.Completed)) {
      return new Result.Ended(outcome);
    }
    return end(
        project, plan(project, observer.observe(project), wanted.withImagesDone()), audience);
  }

  private Result end(Project project, Plan plan, Audience audience) {
    return plan.problems().isEmpty()
        ? new Result.Ended(runner.run(project.name(), plan, options, audience.begin(plan)))
        : new Result.Refused(plan.problems());
  }
}
