package dev.jcompose.planner;

import org.junit.jupiter.api.Test;

/// How many containers there are, and which of them go.
class ScaleTest {
  @Test
  void newReplicasGetNewNumbers() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, scale: 1, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, scale: 3, environment: {MODE: a}}
            """);
    Plans.assertPlan(
        World.running(before, "i").plan(after),
        """
        [] -> #1 shop-web-2, create container, scaled from 1 to 3
        [1] -> #2 shop-web-2, start, scaled from 1 to 3
        [] -> #3 shop-web-3, create container, scaled from 1 to 3
        [3] -> #4 shop-web-3, start, scaled from 1 to 3
        """);
  }

  @Test
  void theHighestNumbersGoFirst() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, scale: 3, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, scale: 1, environment: {MODE: a}}
            """);
    Plans.assertPlan(
        World.running(before, "i").plan(after),
        """
        [] -> #1 shop-web-2, stop, scaled from 3 to 1
        [1] -> #2 shop-web-2, remove container, scaled from 3 to 1
        [] -> #3 shop-web-3, stop, scaled from 3 to 1
        [3] -> #4 shop-web-3, remove container, scaled from 3 to 1
        """);
  }

  @Test
  void obsoleteReplicasGoBeforeCurrentOnes() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, scale: 2, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, scale: 1, environment: {MODE: a}}
            """);
    var world = World.running(before, "i").relabel("shop-web-1", Labels.CONFIG_HASH, "old");
    Plans.assertPlan(
        world.plan(after),
        """
        [] -> #1 shop-web-1, stop, scaled from 2 to 1
        [1] -> #2 shop-web-1, remove container, scaled from 2 to 1
        """);
  }

  @Test
  void scaleNoneRemovesAll() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, scale: 1, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, scale: 0, environment: {MODE: a}}
            """);
    Plans.assertPlan(
        World.running(before, "i").plan(after),
        """
        [] -> #1 shop-web-1, stop, scaled from 1 to 0
        [1] -> #2 shop-web-1, remove container, scaled from 1 to 0
        """);
  }

  @Test
  void orphansAreReported() {
    var before =
        Yaml.project(
            """
            services:
              web:
                image: nginx
                depends_on: [db]
              db:
                image: mariadb
            """);
    var after =
        Yaml.project(
            """
            services: {db: {image: mariadb}}
            """);
    Plans.assertPlan(
        World.running(before, "nginx", "mariadb").plan(after),
        """
        i Containers that are not part of the project any more: shop-web-1. --remove-orphans removes them.
        """);
  }

  @Test
  void orphansAreRemovedBeforeContainersAreMade() {
    var before =
        Yaml.project(
            """
            services: {old: {image: i, container_name: shop}}
            """);
    var after =
        Yaml.project(
            """
            services: {new: {image: i, container_name: shop}}
            """);
    Plans.assertPlan(
        World.running(before, "i").plan(after, Plans.up(PlanOptions.Orphans.REMOVED)),
        """
        [] -> #1 shop, stop, not part of the project any more
        [1] -> #2 shop, remove container, not part of the project any more
        [2] -> #3 shop, create container, missing
        [3] -> #4 shop, start, missing
        """);
  }

  @Test
  void servicesSwitchedOffAreNoOrphans() {
    var before =
        Yaml.project(
            """
            services: {web: {image: i}, debug: {image: i}}
            """);
    var after =
        Yaml.project(
            """
            services: {web: {image: i}, debug: {image: i, profiles: [debug]}}
            """);
    Plans.assertSettled(World.running(before, "i"), after);
  }
}
