package dev.jcompose.planner;

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
}
