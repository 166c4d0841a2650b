package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.ExitWatch;
import dev.jcompose.executor.LogFollower;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.executor.Observer;
import dev.jcompose.executor.Outcome;
import dev.jcompose.executor.Projects;
import dev.jcompose.executor.Reconciler;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The whole act on a real engine.
@Tag("engine")
@Timeout(120)
class ReconcilerTest {
  @RegisterExtension final OwnProject own = new OwnProject("jcrunner");

  private final Engine engine = own.engine();
  private final String name = own.name();

  private Project project(String services) {
    return Projects.named(name, "services: " + services);
  }

  private Outcome reconcile(Project project, PlanOptions options) throws InterruptedException {
    var result =
        new Reconciler(engine, Projects.HASHER, RunOptions.DEFAULT)
            .reconcile(project, options, Reconciler.Audience.SILENT);
    assertThat(result).isInstanceOf(Reconciler.Result.Ended.class);
    return ((Reconciler.Result.Ended) result).outcome();
  }

  private void up(Project project) throws InterruptedException {
    assertThat(reconcile(project, PlanOptions.Up.DEFAULTS)).isEqualTo(new Outcome.Completed());
  }

  private ObservedState observe(Project project) throws InterruptedException {
    return new Observer(engine, Projects.HASHER).observe(project);
  }

  private void down(Project project) throws InterruptedException {
    var down =
        new PlanOptions.Down(
            List.of(),
            PlanOptions.Orphans.REMOVED,
            PlanOptions.VolumeRemoval.REMOVED,
            PlanOptions.ImageRemoval.NONE,
            Optional.empty());
    assertThat(reconcile(project, down)).isEqualTo(new Outcome.Completed());
  }

  private static final String STACK =
      """
      {web: {image: busybox, command: [sleep, "600"], stop_signal: SIGKILL,
             environment: {DEBUG: "%s"}, configs: [motd], volumes: ["data:/data", /scratch],
             depends_on: {db: {condition: service_healthy}}},
       db: {image: busybox, command: [sleep, "600"], stop_signal: SIGKILL, scale: 2,
            healthcheck: {test: [CMD, "true"], interval: 200ms}}}
      volumes: {data: {}}
      configs: {motd: {content: hello}}
      """;

  @Test
  void aStackConvergesChangesAndGoes() throws InterruptedException {
    for (String debug : List.of("0", "1")) {
      Project project = project(STACK.formatted(debug));
      up(project);
      ObservedState observed = observe(project);
      assertThat(observed.containers()).hasSize(3);
      assertThat(observed.containers())
          .filteredOn(container -> container.service().equals(Optional.of(new ServiceName("db"))))
          .allMatch(container -> container.status().health() == Health.HEALTHY);
      assertThat(
              new Planner(Projects.HASHER)
                  .plan(project, observed, PlanOptions.Up.DEFAULTS)
                  .toString())
          .isEmpty();
    }
    Project project = project(STACK.formatted("1"));
    down(project);
    assertThat(observe(project).containers()).isEmpty();
    assertThat(observe(project).networks()).isEmpty();
    assertThat(observe(project).volumes()).isEmpty();
  }

  @Test
  void aFailedWaitTellsWhatTheContainerSaid() throws InterruptedException {
    Project project =
        project(
            """
            {web: {image: busybox, depends_on: {job: {condition: service_completed_successfully}}},
             job: {image: busybox, command: [sh, -c, "echo no space left; exit 3"]}}
            """);
    var outcome = (Outcome.Stopped) reconcile(project, PlanOptions.Up.DEFAULTS);
    assertThat(outcome.failures().getFirst().message())
        .isEqualTo("service job: container %s-job-1 exited with code 3".formatted(name));
    assertThat(outcome.failures().getFirst().log()).containsExactly("no space left");
  }

  @Test
  void logsAreFollowedWhileAStackComesUp() throws InterruptedException {
    Project project =
        project(
            """
            {one: {image: busybox, command: [echo, hello]},
             two: {image: busybox, command: [sh, -c, "echo bye; exit 2"]}}
            """);
    var lines = new CopyOnWriteArrayList<String>();
    List<ExitWatch.Exit> exits;
    try (var follower =
        LogFollower.open(
            engine,
            project.name(),
            _ -> true,
            LogOptions.tail(0),
            (container, line) -> lines.add(container.name() + " " + line.text()),
            new ExitWatch.Listener() {})) {
      up(project);
      exits = follower.awaitEnd();
    }
    assertThat(lines).containsExactlyInAnyOrder(name + "-one-1 hello", name + "-two-1 bye");
    assertThat(exits).extracting(ExitWatch.Exit::exitCode).containsExactlyInAnyOrder(0, 2);
  }
}
