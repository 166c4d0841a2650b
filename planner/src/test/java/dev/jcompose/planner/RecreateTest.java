package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How one container takes the place of another.
class RecreateTest {
  @Test
  void anonymousVolumesMoveToTheNewContainer() {
    var before =
        Yaml.project(
            """
            services:
              web:
                image: i
                environment: {MODE: a}
                volumes: [/cache]
            """);
    var after =
        Yaml.project(
            """
            services:
              web:
                image: i
                environment: {MODE: b}
                volumes: [/cache]
            """);
    var world = World.running(before, "i").image("j");
    var cache = world.named("shop-web-1").mounts();
    world.up(after);
    assertThat(world.named("shop-web-1").mounts()).isEqualTo(cache);
  }

  @Test
  void anonymousVolumesCanBeRenewed() {
    var before =
        Yaml.project(
            """
            services:
              web:
                image: i
                environment: {MODE: a}
                volumes: [/cache]
            """);
    var after =
        Yaml.project(
            """
            services:
              web:
                image: i
                environment: {MODE: b}
                volumes: [/cache]
            """);
    var world = World.running(before, "i");
    var cache = world.named("shop-web-1").mounts();
    world.execute(world.plan(after, Plans.up(PlanOptions.AnonymousOnRecreate.RENEWED)));
    assertThat(world.named("shop-web-1").mounts()).isNotEqualTo(cache).hasSize(1);
  }

  @Test
  void volumesOfTheImageMoveToo() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: b}}
            """);
    var world = World.with().image("i", "/data").up(before);
    var data = world.named("shop-web-1").mounts();
    assertThat(data).hasSize(1);
    world.up(after);
    assertThat(world.named("shop-web-1").mounts()).isEqualTo(data);
  }

  @Test
  void anInterruptedRecreateIsMendedWhereverItStopped() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}, scale: 2, depends_on: [db], networks: [n]}
              db: {image: i, environment: {MODE: a}, networks: [n]}
            networks: {n: {internal: false}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: b}, scale: 2, depends_on: {db: {condition: service_started, restart: true}}, networks: [n]}
              db: {image: i, environment: {MODE: b}, networks: [n]}
            networks: {n: {internal: true}}
            """);
    var length = World.running(before, "i").plan(after).steps().size();
    for (int done = 0; done <= length; done++) {
      var world = World.running(before, "i");
      world.execute(world.plan(after), done);
      world.up(after);
      Plans.assertSettled(world, after);
      assertThat(world.names()).containsExactly("shop-db-1", "shop-web-1", "shop-web-2");
    }
  }

  @Test
  void aHalfMadeSuccessorIsRemoved() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: b}}
            """);
    var world = World.running(before, "i");
    world.execute(world.plan(after), 1);
    Plans.assertPlan(
        world.plan(after),
        """
        [] -> #1 000000000003_shop-web-1, remove container, left over from an interrupted recreate
        [1] -> #2 000000000003_shop-web-1, create container, configuration changed
        [2] -> #3 shop-web-1, stop, configuration changed
        [3] -> #4 shop-web-1, remove container, configuration changed
        [4] -> #5 000000000003_shop-web-1, rename to shop-web-1, configuration changed
        [5] -> #6 shop-web-1, start, configuration changed
        """);
  }

  @Test
  void aSuccessorWithoutItsNameIsFinished() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: b}}
            """);
    var world = World.running(before, "i");
    world.execute(world.plan(after), 3);
    Plans.assertPlan(
        world.plan(after),
        """
        [] -> #1 000000000003_shop-web-1, rename to shop-web-1, left over from an interrupted recreate
        [1] -> #2 shop-web-1, start, not running: created
        """);
  }

  @Test
  void theOldContainerStaysUntilDependenciesAreReady() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {db: {condition: service_healthy}}}
              db: {image: i, healthcheck: {test: "true"}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {db: {condition: service_healthy}}, labels: {x: y}}
              db: {image: i, healthcheck: {test: "true"}, labels: {x: y}}
            """);
    Plans.assertPlan(
        World.running(before, "i").plan(after),
        """
        [] -> #1 000000000003_shop-db-1, create container, configuration changed: labels.x (none) -> y
        [1] -> #2 shop-db-1, stop, configuration changed: labels.x (none) -> y
        [2] -> #3 shop-db-1, remove container, configuration changed: labels.x (none) -> y
        [3] -> #4 000000000003_shop-db-1, rename to shop-db-1, configuration changed: labels.x (none) -> y
        [4] -> #5 shop-db-1, start, configuration changed: labels.x (none) -> y
        [5] -> #6 shop-db-1, wait until it is healthy, web waits for it
        [] -> #7 000000000004_shop-web-1, create container, configuration changed: labels.x (none) -> y
        [6,7] -> #8 shop-web-1, stop, configuration changed: labels.x (none) -> y
        [8] -> #9 shop-web-1, remove container, configuration changed: labels.x (none) -> y
        [9] -> #10 000000000004_shop-web-1, rename to shop-web-1, configuration changed: labels.x (none) -> y
        [10] -> #11 shop-web-1, start, configuration changed: labels.x (none) -> y
        """);
  }

  @Test
  void dependentsThatAskForItAreRestarted() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {db: {condition: service_started, restart: true}}, pre_stop: [{command: [bye]}]}
              db: {image: i}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {db: {condition: service_started, restart: true}}, pre_stop: [{command: [bye]}]}
              db: {image: i, labels: {x: y}}
            """);
    Plans.assertPlan(
        World.running(before, "i").plan(after),
        """
        [] -> #1 000000000003_shop-db-1, create container, configuration changed: labels.x (none) -> y
        [1] -> #2 shop-web-1, run pre_stop hook, db is recreated
        [2] -> #3 shop-web-1, stop, db is recreated
        [3] -> #4 shop-db-1, stop, configuration changed: labels.x (none) -> y
        [4] -> #5 shop-db-1, remove container, configuration changed: labels.x (none) -> y
        [5] -> #6 000000000003_shop-db-1, rename to shop-db-1, configuration changed: labels.x (none) -> y
        [6] -> #7 shop-db-1, start, configuration changed: labels.x (none) -> y
        [7] -> #8 shop-web-1, start, db is recreated
        """);
  }
}
