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

  private static World running() {
    return World.running(told(project("nginx"), "a"), "nginx", "httpd")
        .change("shop-web-1", c -> Plans.inspected(c, "MODE=fast", "MY-DB_URL=a", "PATH=/bin"));
  }

  @Test
  void whatIsToldAnewChangesTheDependents() {
    Plans.assertPlan(plan(running(), told(project("nginx"), "a"), Set.of(DB)), "");
    Plans.assertPlan(
        plan(running(), told(project("nginx"), "b"), Set.of(DB)),
        """
        [] -> #1 000000000005_shop-web-1, create container, configuration changed: environment.MY-DB_URL a -> b
        [1] -> #2 shop-web-1, stop, configuration changed: environment.MY-DB_URL a -> b
        [2] -> #3 shop-web-1, remove container, configuration changed: environment.MY-DB_URL a -> b
        [3] -> #4 000000000005_shop-web-1, rename to shop-web-1, configuration changed: environment.MY-DB_URL a -> b
        [4] -> #5 shop-web-1, start, configuration changed: environment.MY-DB_URL a -> b
        """);
  }

  @Test
  void beforeItHasRunTheSameIsExpectedOfIt() {
    Plans.assertPlan(
        plan(running(), project("nginx"), Set.of()),
        """
        i Provider "cloud" of my-db was not run; `up` runs it first. What it tells may change web.
        """);
  }

  @Test
  void withoutDependenciesItDoesNotRun() {
    var plan =
        new Planner(Yaml.HASHER)
            .plan(
                project("nginx"),
                running().state(),
                Plans.upOf("web").withDependencies(PlanOptions.Dependencies.LEFT_ALONE),
                Set.of());
    Plans.assertPlan(plan, "");
  }
}
