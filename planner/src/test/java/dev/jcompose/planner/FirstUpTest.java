package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What `up` does on an engine that has nothing of the project yet.
class FirstUpTest {
  @Test
  void everythingIsMadeInOrder() {
    var project =
        Yaml.project(
            """
            services:
              web:
                image: nginx
                depends_on:
                  db: {condition: service_healthy}
                networks: [front, back]
              db:
                image: mariadb
                healthcheck: {test: "true"}
                volumes: ["data:/var/lib/mysql"]
                networks: [back]
            networks: {front: , back: }
            volumes: {data: }
            """);
    Plans.assertPlan(
        World.with("nginx").plan(project),
        """
        [] -> #1 image mariadb, pull, missing
        [1] -> #2 network shop_back, create, missing
        [1] -> #3 network shop_front, create, missing
        [1] -> #4 volume shop_data, create, missing
        [2,4] -> #5 shop-db-1, create container, missing
        [5] -> #6 shop-db-1, start, missing
        [6] -> #7 shop-db-1, wait until it is healthy, web waits for it
        [2,3] -> #8 shop-web-1, create container, missing
        [7,8] -> #9 shop-web-1, start, missing
        """);
  }

  @Test
  void nothingIsLeftToDoAfterwards() {
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
    Plans.assertSettled(World.with("nginx", "mariadb").up(project), project);
  }

  @Test
  void waitersForTheSameShareOneStep() {
    var project =
        Yaml.project(
            """
            services:
              a: {image: i, depends_on: {db: {condition: service_healthy}}}
              b: {image: i, depends_on: {db: {condition: service_healthy}}}
              db: {image: i, healthcheck: {test: "true"}}
            """);
    Plans.assertPlan(
        World.with("i").plan(project),
        """
        [] -> #1 network shop_default, create, missing
        [1] -> #2 shop-db-1, create container, missing
        [2] -> #3 shop-db-1, start, missing
        [3] -> #4 shop-db-1, wait until it is healthy, a waits for it
        [1] -> #5 shop-a-1, create container, missing
        [4,5] -> #6 shop-a-1, start, missing
        [1] -> #7 shop-b-1, create container, missing
        [4,7] -> #8 shop-b-1, start, missing
        """);
  }

  @Test
  void aDependencyThatIsNotRequiredMayFail() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {cache: {condition: service_started, required: false}}}
              cache: {image: i}
            """);
    Plans.assertPlan(
        World.with("i").plan(project),
        """
        [] -> #1 network shop_default, create, missing
        [1] -> #2 shop-cache-1, create container, missing
        [2] -> #3 shop-cache-1, start, missing
        [3] -> #4 shop-cache-1, wait until it runs, if it can, web waits for it
        [1] -> #5 shop-web-1, create container, missing
        [4,5] -> #6 shop-web-1, start, missing
        """);
  }

  @Test
  void workIsWaitedForToItsEnd() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {migrate: {condition: service_completed_successfully}}}
              migrate: {image: i}
            """);
    Plans.assertPlan(
        World.with("i").plan(project),
        """
        [] -> #1 network shop_default, create, missing
        [1] -> #2 shop-migrate-1, create container, missing
        [2] -> #3 shop-migrate-1, start, missing
        [3] -> #4 shop-migrate-1, wait until it has completed, web waits for it
        [1] -> #5 shop-web-1, create container, missing
        [4,5] -> #6 shop-web-1, start, missing
        """);
  }

  @Test
  void upCanWaitUntilAllIsReady() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, scale: 2}
            """);
    Plans.assertPlan(
        World.with("i").plan(project, Plans.up(PlanOptions.Until.READY)),
        """
        [] -> #1 network shop_default, create, missing
        [1] -> #2 shop-web-1, create container, missing
        [2] -> #3 shop-web-1, start, missing
        [1] -> #4 shop-web-2, create container, missing
        [4] -> #5 shop-web-2, start, missing
        [3] -> #6 shop-web-1, wait until it is ready, asked for
        [5] -> #7 shop-web-2, wait until it is ready, asked for
        """);
  }

  @Test
  void createStartsNothing() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: {db: {condition: service_healthy}}}
              db: {image: i}
            """);
    Plans.assertPlan(
        World.with("i").plan(project, Plans.up(PlanOptions.Until.CREATED)),
        """
        [] -> #1 network shop_default, create, missing
        [1] -> #2 shop-db-1, create container, missing
        [1] -> #3 shop-web-1, create container, missing
        """);
  }

  @Test
  void hooksRunAfterTheStart() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: [db]}
              db:
                image: i
                post_start: [{command: ["load"]}, {command: ["check"]}]
            """);
    Plans.assertPlan(
        World.with("i").plan(project),
        """
        [] -> #1 network shop_default, create, missing
        [1] -> #2 shop-db-1, create container, missing
        [2] -> #3 shop-db-1, start, missing
        [3] -> #4 shop-db-1, run post_start hook, missing
        [4] -> #5 shop-db-1, run post_start hook, missing
        [1] -> #6 shop-web-1, create container, missing
        [5,6] -> #7 shop-web-1, start, missing
        """);
  }

  @Test
  void onlyNamedServicesAndWhatTheyNeedAreMade() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: [db], networks: [a]}
              db: {image: i, networks: [a]}
              other: {image: j, networks: [b]}
            networks: {a: , b: }
            """);
    Plans.assertPlan(
        World.with("i").plan(project, Plans.upOf("web")),
        """
        [] -> #1 network shop_a, create, missing
        [1] -> #2 shop-db-1, create container, missing
        [2] -> #3 shop-db-1, start, missing
        [1] -> #4 shop-web-1, create container, missing
        [3,4] -> #5 shop-web-1, start, missing
        """);
  }

  @Test
  void namespacesAreSharedWithAContainerOfTheSamePlan() {
    var project =
        Yaml.project(
            """
            services:
              vpn: {image: i}
              web: {image: i, network_mode: "service:vpn"}
            """);
    Plans.assertPlan(
        World.with("i").plan(project),
        """
        [] -> #1 network shop_default, create, missing
        [1] -> #2 shop-vpn-1, create container, missing
        [2] -> #3 shop-vpn-1, start, missing
        [2] -> #4 shop-web-1, create container, missing
        [3,4] -> #5 shop-web-1, start, missing
        """);
  }

  @Test
  void whatOnlyClustersKnowIsToldOnceAndOnlyWhenSomethingHappens() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, deploy: {mode: global, placement: {constraints: [a==b]}}}
              db: {image: i, deploy: {mode: replicated, update_config: {parallelism: 1}}}
              plain: {image: i, deploy: {resources: {limits: {memory: 1g}}}}
            """);
    var world = World.with("i");
    assertThat(world.plan(project).notices())
        .containsExactly(
            new Notice.WithoutEffect(
                List.of("mode", "placement", "update_config"), List.of("db", "web")));
    Plans.assertSettled(world.up(project), project);
  }
}
