package dev.jcompose.executor;

import dev.jcompose.executor.provider.ProviderEvent;
import dev.jcompose.executor.provider.ProviderException;
import dev.jcompose.executor.provider.ProviderPrograms;
import dev.jcompose.executor.provider.Providers;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import dev.jcompose.planner.Problem;
import dev.jcompose.planner.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
  private final Providers providers;

  /// So often a plan is made again because another run was quicker.
  private static final int ATTEMPTS = 4;

  /// A reconciler for that engine; it does not close it.
  ///
  /// @param options how plans are carried out; a time limit is for all of them together, and for
  ///   the providers that run before, and counts from the user's answers on
  public Reconciler(Engine engine, ConfigHasher hasher, RunOptions options) {
    this(engine, hasher, options, new Providers(ProviderPrograms.NONE));
  }

  /// A reconciler that knows programs that look after services.
  public Reconciler(Engine engine, ConfigHasher hasher, RunOptions options, Providers providers) {
    this.providers = providers;
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

    /// Hears what happens while providers run: before the plan of an `up`, after that of others.
    default void hear(ProviderEvent event) {}
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

    /// A provider failed. When services come up nothing was done after it, when they go down
    /// everything else was.
    record ProviderFailed(String message) implements Result {}
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
    Plan plan = first(project, observed, wanted);
    PlanOptions agreed = wanted;
    if (!plan.questions().isEmpty() && plan.problems().isEmpty()) {
      agreed = agreed(project, observed, wanted, plan, audience);
      plan = first(project, observed, agreed);
    }
    List<Problem> refused =
        plan.questions().stream().flatMap(question -> question.refused().stream()).toList();
    if (!refused.isEmpty()) {
      return new Result.Refused(refused);
    }
    var told = new Told(project, Set.of(), System.nanoTime());
    var services = Planner.providers(project, wanted);
    var nobody = services.isEmpty() && Planner.models(project, wanted).isEmpty();
    if (nobody || !plan.problems().isEmpty()) {
      return afterProviders(told, plan, agreed, audience);
    }
    try {
      return withProviders(told, services, plan, agreed, audience);
    } catch (ProviderException failure) {
      return new Result.ProviderFailed(failure.getMessage());
    }
  }

  /// The project with what these services' providers have told.
  ///
  /// @param since when it began, by {@link System#nanoTime()}
  private record Told(Project project, Set<ServiceName> services, long since) {
    /// The options for what is left of the time.
    RunOptions left(RunOptions options) {
      var passed = Duration.ofNanos(System.nanoTime() - since);
      return options.limit().map(limit -> options.withLimit(limit.minus(passed))).orElse(options);
    }
  }

  private Result withProviders(
      Told first, List<Service> services, Plan plan, PlanOptions agreed, Audience audience)
      throws ProviderException, InterruptedException {
    if (agreed.bringsUp().isPresent()) {
      var told =
          new Told(
              models(providers.up(first.project(), services, audience::hear), agreed, audience),
              services.stream().map(Service::name).collect(Collectors.toSet()),
              first.since());
      var next = plan(told, observer.observe(told.project()), agreed);
      return afterProviders(told, next, agreed, audience);
    }
    Project project = first.project();
    var result = end(first, plan, audience);
    if (result instanceof Result.Ended(Outcome.Completed _)) {
      if (agreed instanceof PlanOptions.Down) {
        providers.down(project, services, audience::hear);
      } else {
        providers.stop(project, services, audience::hear);
      }
    }
    return result;
  }

  private Project models(Project project, PlanOptions options, Audience audience)
      throws ProviderException, InterruptedException {
    var models = Planner.models(project, options);
    return providers.models().up(project, models, audience::hear);
  }

  private Result afterProviders(Told told, Plan plan, PlanOptions agreed, Audience audience)
      throws InterruptedException {
    return agreed.bringsUp().isPresent() && plan.problems().isEmpty() && plan.needsImagesFirst()
        ? afterImages(told, agreed, plan, audience)
        : end(told, plan, audience);
  }

  /// The plan before any provider has run. A provider that is missing is a problem, but not when
  /// its service goes: that would keep the containers.
  private Plan first(Project project, ObservedState observed, PlanOptions wanted)
      throws InterruptedException {
    Plan plan = plan(new Told(project, Set.of(), 0), observed, wanted);
    if (wanted.bringsUp().isEmpty() || !plan.problems().isEmpty()) {
      return plan;
    }
    List<Problem> missing = new ArrayList<>(providers.missing(Planner.providers(project, wanted)));
    missing.addAll(providers.models().missing(Planner.models(project, wanted)));
    return plan.unless(missing);
  }

  /// What the engine cannot do is a problem of the plan, so that nothing is begun in vain.
  private Plan plan(Told told, ObservedState observed, PlanOptions wanted)
      throws InterruptedException {
    Plan plan = planner.plan(told.project(), observed, wanted, told.services());
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
    return planner.plan(project, observed, options, Set.of()).questions().stream()
        .filter(question -> !asked.contains(question))
        .toList();
  }

  private Result afterImages(Told told, PlanOptions wanted, Plan first, Audience audience)
      throws InterruptedException {
    Project project = told.project();
    Plan images = first.images();
    Outcome outcome =
        runner.run(project.name(), images, told.left(options), audience.begin(images));
    if (!(outcome instanceof Outcome.Completed)) {
      return new Result.Ended(outcome);
    }
    return end(told, plan(told, observer.observe(project), wanted.withImagesDone()), audience);
  }

  private Result end(Told told, Plan plan, Audience audience) {
    return plan.problems().isEmpty()
        ? new Result.Ended(
            runner.run(told.project().name(), plan, told.left(options), audience.begin(plan)))
        : new Result.Refused(plan.problems());
  }
}
