package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import dev.jcompose.planner.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The law of convergence: once a plan has been carried out, there is nothing more to do. And what
/// there is, `down` takes away.
public final class Law {
  /// `up` that removes what is not in the project any more.
  static final PlanOptions.Up UP =
      new PlanOptions.Up(
          List.of(),
          PlanOptions.Dependencies.INCLUDED,
          PlanOptions.Recreate.DIVERGED,
          PlanOptions.Recreate.DIVERGED,
          PlanOptions.AnonymousOnRecreate.TAKEN_OVER,
          PlanOptions.Orphans.REMOVED,
          PlanOptions.Images.AS_DECLARED,
          PlanOptions.Until.STARTED,
          Optional.empty(),
          List.of());

  private static final PlanOptions.Down DOWN =
      new PlanOptions.Down(
          List.of(),
          PlanOptions.Orphans.REMOVED,
          PlanOptions.VolumeRemoval.REMOVED,
          PlanOptions.ImageRemoval.NONE,
          Optional.empty());

  /// Waits until nothing changes any more by itself.
  @FunctionalInterface
  public interface Settling {
    void await() throws InterruptedException;
  }

  private final Engine engine;
  private final Settling settle;
  private final Set<String> anonymous = new TreeSet<>();

  Law(FakeEngine engine) {
    this(engine, engine.hand()::awaitSettled);
  }

  /// The law on any engine.
  public Law(Engine engine, Settling settle) {
    this.engine = engine;
    this.settle = settle;
  }

  /// Says yes to everything and lets someone listen.
  private record Agreeing(Consumer<Event> events) implements Reconciler.Audience {
    @Override
    public List<Question> agreedOf(List<Question> questions) {
      return questions;
    }

    @Override
    public Consumer<Event> begin(Plan plan) {
      return events;
    }
  }

  /// Brings the engine to the project, with all questions agreed to.
  Reconciler.Result up(Project project, Consumer<Event> events) throws InterruptedException {
    return reconciler().reconcile(project, UP, new Agreeing(events));
  }

  /// Brings the engine to the project and checks that there is nothing more to do.
  public void holds(Project project) throws InterruptedException {
    assertThat(up(project, _ -> {})).isEqualTo(completed());
    settle.await();
    anonymous.addAll(anonymous(project.name()));
    var observed = new Observer(engine, Projects.HASHER).observe(project);
    Plan again = new Planner(Projects.HASHER).plan(project, observed, UP);
    assertThat(again.steps()).as("the plan after %s", project.services().keySet()).isEmpty();
  }

  /// Takes the project down and checks that nothing is left of it, nor of the anonymous volumes
  /// that its containers had. Those of a container that was removed before belong to nobody.
  public void downLeavesNothing(Project project) throws InterruptedException {
    var name = project.name();
    var last = anonymous(name);
    assertThat(reconciler().reconcile(project, DOWN, Reconciler.Audience.SILENT))
        .isEqualTo(completed());
    assertThat(engine.containers(name)).isEmpty();
    assertThat(engine.networks(name)).isEmpty();
    assertThat(engine.volumes(name)).isEmpty();
    for (String volume : last) {
      assertThat(engine.volume(volume)).as("anonymous volume").isEmpty();
    }
  }

  /// Removes the anonymous volumes of containers that were removed on the way: no label tells whose
  /// they were.
  public void removeAnonymousVolumes() throws InterruptedException {
    for (String volume : anonymous) {
      engine.removeVolume(volume);
    }
  }

  private List<String> anonymous(ProjectName project) throws InterruptedException {
    return engine.containers(project).stream()
        .flatMap(container -> container.mounts().stream())
        .flatMap(mount -> mount.name().stream())
        .filter(volume -> volume.matches("[0-9a-f]{64}"))
        .toList();
  }

  private Reconciler reconciler() {
    return new Reconciler(engine, Projects.HASHER, RunOptions.DEFAULT);
  }

  private static Reconciler.Result completed() {
    return new Reconciler.Result.Ended(new Outcome.Completed());
  }
}
