package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What providers tell, and what is planned while they have not told anything.
class ProviderTest {
  private static final ServiceName DB = new ServiceName("my-db");

  private static Project project(String image) {
    return Yaml.project(
        """
        services:
          my-db:
            provider: {type: cloud}
          web:
            image: %s
            environment: {MODE: fast}
            depends_on: [my-db]
          log:
            image: %s
        """
            .formatted(image, image));
  }

  private static Project told(Project project, String url) {
    return ProviderVariables.told(
        project, DB, Ordered.map(Map.of(ProviderVariables.prefix(DB) + "URL", url)));
  }

  private static Plan plan(World world, Project project, Set<ServiceName> told) {
    return new Planner(Yaml.HASHER).plan(project, world.state(), PlanOptions.Up.DEFAULTS, told);
  }

  @Test
  void aProviderHasNoContainers() {
    Plans.assertPlan(
        plan(World.with("nginx"), told(project("nginx"), "a"), Set.of(DB)),
        """
        [] -> #1 network shop_default, create, missing
        [1] -> #2 shop-log-1, create container, missing
        [2] -> #3 shop-log-1, start, missing
        [1] -> #4 shop-web-1, create container, missing
        [4] -> #5 shop-web-1, start, missing
        """);
  }

  @Test
  void whatIsToldAnewChangesTheDependents() {
    var world = World.running(told(project("nginx"), "a"), "nginx");
    Plans.assertPlan(plan(world, told(project("nginx"), "a"), Set.of(DB)), "");
    Plans.assertPlan(
        plan(world, told(project("nginx"), "b"), Set.of(DB)),
        """
        """);
  }

  @Test
  void beforeItHasRunTheSameIsExpectedOfIt() {
    var world = World.running(told(project("nginx"), "a"), "nginx");
    Plans.assertPlan(
        plan(world, project("nginx"), Set.of()),
        """
        i Provider "cloud" of my-db was not run; `up` runs it first. What it tells may change web.
        """);
  }

  @Test
  void otherChangesAreSeenBeforeItHasRun() {
    var world = World.running(told(project("nginx"), "a"), "nginx", "httpd");
    Plans.assertPlan(
        plan(world, project("httpd"), Set.of()),
        """
        """);
  }
}
