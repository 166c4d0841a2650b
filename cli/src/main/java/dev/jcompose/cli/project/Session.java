package dev.jcompose.cli.project;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.Observer;
import dev.jcompose.executor.ProjectLocks;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import dev.jcompose.planner.ProjectFromLabels;
import java.util.Set;

/// A command's time with an engine.
public final class Session implements AutoCloseable {
  private static final Hashes HASHES = new Hashes();

  private final Context context;
  private final Engine engine;

  public Session(Context context) throws InterruptedException {
    this.context = context;
    this.engine = context.host().engines().connect(context.host().environment());
  }

  public Context context() {
    return context;
  }

  public Engine engine() {
    return engine;
  }

  /// Keeps other runs on this machine from changing the project until it is closed. Where nothing
  /// can be locked, the user is warned, and goes on.
  ///
  /// @throws dev.jcompose.executor.ProjectBusyException if another run does not end in time
  ProjectLocks.Held hold(ProjectName project, String command) throws InterruptedException {
    return hold(Locks.ofChanges(context, project), project, command);
  }

  /// Keeps other tests on this machine from using the project until it is closed; see {@link
  /// #hold}.
  public ProjectLocks.Held holdForTest(ProjectName project) throws InterruptedException {
    return hold(Locks.ofTests(context, project), project, "test");
  }

  private ProjectLocks.Held hold(ProjectLocks locks, ProjectName project, String command)
      throws InterruptedException {
    try {
      return locks.acquire(engine.id(), project, command);
    } catch (ProjectLocks.LockFailure failure) {
      context.warn(failure.getMessage() + ". Other runs are not kept out.");
      return () -> {};
    }
  }

  /// What the engine holds of a project.
  public ObservedState observe(Target target) throws InterruptedException {
    var observer = new Observer(engine, HASHES);
    return target.files().isPresent()
        ? observer.observe(target.files().get())
        : observer.observeByName(target.name());
  }

  /// The project of the files, or what labels tell of it.
  public Project project(Target target, ObservedState observed) {
    return target.files().orElseGet(() -> ProjectFromLabels.of(target.name(), observed));
  }

  /// What has to be done; what the engine cannot do is a problem.
  public Plan plan(Project project, ObservedState observed, PlanOptions options)
      throws InterruptedException {
    Plan plan = new Planner(HASHES).plan(project, observed, options, Set.of());
    return plan.unless(engine.lacks(plan.steps()));
  }

  @Override
  public void close() {
    engine.close();
  }
}
