package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Starting and stopping containers that exist.
class LifecycleTest {
  @Test
  void whatStoppedIsStarted() {
    var project =
        Yaml.project(
            """
            services:
              web:
                image: nginx
                depends_on: [db]
              db:
                image: mariadb
            """);
    var world = World.running(project, "nginx", "mariadb");
    world.state("shop-web-1", ContainerStatus.State.EXITED, 137);
    Plans.assertPlan(
        world.plan(project),
        """
        [] -> #1 shop-web-1, start, not running: exited
        """);
  }

  @Test
  void aHealthyDependencyIsNotWaitedFor() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {db: {condition: service_healthy}}}
              db: {image: i, healthcheck: {test: "true"}}
            """);
    var world = World.running(project, "i");
    world.state("shop-web-1", ContainerStatus.State.EXITED, 1);
    Plans.assertPlan(
        world.plan(project),
        """
        [] -> #1 shop-web-1, start, not running: exited
        """);
  }

  @Test
  void completedWorkIsNotRepeated() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {migrate: {condition: service_completed_successfully}}}
              migrate: {image: i}
            """);
    Plans.assertSettled(World.running(project, "i"), project);
  }

  @Test
  void completedWorkIsRepeatedForWhoStartsAfterIt() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {migrate: {condition: service_completed_successfully}}}
              migrate: {image: i}
            """);
    var world = World.running(project, "i").state("shop-web-1", ContainerStatus.State.EXITED, 0);
    Plans.assertPlan(
        world.plan(project),
        """
        [] -> #1 shop-migrate-1, start, web waits for it
        [1] -> #2 shop-migrate-1, wait until it has completed, web waits for it
        [2] -> #3 shop-web-1, start, not running: exited
        """);
  }

  @Test
  void startWaitsForDependencies() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {db: {condition: service_healthy}}}
              db: {image: i, healthcheck: {test: "true"}}
            """);
    var world = World.running(project, "i");
    world.execute(world.plan(project, new PlanOptions.Stop(List.of(), Optional.empty())));
    Plans.assertPlan(
        world.plan(project, new PlanOptions.Start(List.of(), PlanOptions.Until.STARTED)),
        """
        [] -> #1 shop-db-1, start, not running: exited
        [1] -> #2 shop-db-1, wait until it is healthy, web waits for it
        [2] -> #3 shop-web-1, start, not running: exited
        """);
  }

  @Test
  void startNeedsContainers() {
    var project =
        Yaml.project(
            """
            services:
              web:
                image: nginx
                depends_on: [db]
              db:
                image: mariadb
            """);
    Plans.assertPlan(
        World.with().plan(project, new PlanOptions.Start(List.of(), PlanOptions.Until.STARTED)),
        """
        ! service db has no container to start
        ! service web has no container to start
        """);
  }

  @Test
  void stopStopsDependentsFirst() {
    var project =
        Yaml.project(
            """
            services:
              web:
                image: nginx
                depends_on: [db]
              db:
                image: mariadb
            """);
    Plans.assertPlan(
        World.running(project, "nginx", "mariadb")
            .plan(project, new PlanOptions.Stop(List.of(), Optional.of(Duration.ofSeconds(3)))),
        """
        [] -> #1 shop-web-1, stop within 3 s, asked for
        [1] -> #2 shop-db-1, stop within 3 s, asked for
        """);
  }

  @Test
  void restartTakesAlongWhoAsksForIt() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {db: {condition: service_started, restart: true}}}
              other: {image: i, depends_on: [db]}
              db: {image: i}
            """);
    var options =
        new PlanOptions.Restart(
            List.of(new ServiceName("db")), PlanOptions.Dependencies.INCLUDED, Optional.empty());
    Plans.assertPlan(
        World.running(project, "i").plan(project, options),
        """
        [] -> #1 shop-db-1, stop, asked for
        [1] -> #2 shop-db-1, start, asked for
        [2] -> #3 shop-web-1, stop, asked for
        [3] -> #4 shop-web-1, start, asked for
        """);
  }

  private static final String CHAIN =
      """
      services:
        web: {image: i, depends_on: [db]}
        db: {image: i}
      """;

  private static String plan(World world, PlanOptions options) {
    return world.plan(Yaml.project(CHAIN), options).toString();
  }

  private static World chain() {
    return World.running(Yaml.project(CHAIN), "i");
  }

  @Test
  void restartFollowsTheOrderOfDependencies() {
    var options =
        new PlanOptions.Restart(List.of(), PlanOptions.Dependencies.INCLUDED, Optional.empty());
    assertThat(plan(chain(), options))
        .isEqualTo(
            """
            [] -> #1 shop-db-1, stop, asked for
            [1] -> #2 shop-db-1, start, asked for
            [2] -> #3 shop-web-1, stop, asked for
            [3] -> #4 shop-web-1, start, asked for\
            """);
  }

  @Test
  void onlyStoppedContainersAreRemoved() {
    var world = chain();
    world.state("shop-web-1", ContainerStatus.State.EXITED, 0);
    var options =
        new PlanOptions.Remove(
            List.of(),
            PlanOptions.Remove.Running.LEFT_ALONE,
            PlanOptions.VolumeRemoval.REMOVED,
            Optional.empty());
    assertThat(plan(world, options))
        .isEqualTo("[] -> #1 shop-web-1, remove container and its anonymous volumes, asked for");
  }

  @Test
  void dependentsAreStoppedAndRemovedFirst() {
    var options =
        new PlanOptions.Remove(
            List.of(),
            PlanOptions.Remove.Running.STOPPED,
            PlanOptions.VolumeRemoval.KEPT,
            Optional.empty());
    assertThat(plan(chain(), options))
        .isEqualTo(
            """
            [] -> #1 shop-web-1, stop, asked for
            [1] -> #2 shop-web-1, remove container, asked for
            [1] -> #3 shop-db-1, stop, asked for
            [3] -> #4 shop-db-1, remove container, asked for\
            """);
  }

  @Test
  void signalsNeedNoOrder() {
    var options = new PlanOptions.Kill(List.of(), "SIGHUP", PlanOptions.Orphans.IGNORED);
    assertThat(plan(chain(), options))
        .isEqualTo(
            """
            [] -> #1 shop-db-1, send SIGHUP, asked for
            [] -> #2 shop-web-1, send SIGHUP, asked for\
            """);
  }

  @Test
  void onlyFrozenContainersGoOn() {
    var world = chain();
    world.state("shop-web-1", ContainerStatus.State.PAUSED, 0);
    assertThat(plan(world, new PlanOptions.Unpause(List.of())))
        .isEqualTo("[] -> #1 shop-web-1, unpause, asked for");
    assertThat(plan(world, new PlanOptions.Pause(List.of())))
        .isEqualTo("[] -> #1 shop-db-1, pause, asked for");
  }

  @Test
  void anUnknownServiceIsSaidBeforeAnythingIsTouched() {
    assertThat(plan(chain(), new PlanOptions.Pause(List.of(new ServiceName("nosuch")))))
        .isEqualTo("! no such service: nosuch");
  }
}
