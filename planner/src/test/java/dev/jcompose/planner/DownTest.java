package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What `down` removes, and in which order.
class DownTest {
  @Test
  void dependentsGoFirst() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: [db]}
              db: {image: i, volumes: ["data:/data"]}
            volumes: {data: }
            """);
    var world = World.running(project, "i");
    var plan = world.plan(project, Plans.DOWN);
    Plans.assertPlan(
        plan,
        """
        [] -> #1 shop-web-1, stop, asked for
        [1] -> #2 shop-web-1, remove container, asked for
        [1] -> #3 shop-db-1, stop, asked for
        [3] -> #4 shop-db-1, remove container, asked for
        [2,4] -> #5 network shop_default, remove, asked for
        """);
    Plans.assertPlan(
        world.execute(plan).plan(project, Plans.DOWN),
        """
        i Nothing of project shop was found.
        """);
  }

  @Test
  void whatAProfileHasStartedStaysAndThatIsSaid() {
    var text =
        """
        services:
          web: {image: i, network_mode: none}
          tool: {image: i, network_mode: none, profiles: [tools]}
        """;
    var world = World.running(Yaml.project(text, "tools"), "i");
    Plans.assertPlan(
        world.plan(Yaml.project(text), Plans.DOWN),
        """
        [] -> #1 shop-web-1, stop, asked for
        [1] -> #2 shop-web-1, remove container, asked for
        i Of services whose profiles are not enabled, and stay: shop-tool-1. With `--profile` they go.
        """);
  }

  @Test
  void labelsAreEnough() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: [db]}
              db: {image: i, volumes: ["data:/data"]}
            volumes: {data: }
            """);
    var world = World.running(project, "i");
    var rebuilt = ProjectFromLabels.of(project.name(), world.state());
    assertThat(world.plan(rebuilt, Plans.DOWN))
        .hasToString(world.plan(project, Plans.DOWN).toString());
  }

  @Test
  void volumesAndImagesGoWhenAsked() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: [db]}
              db: {image: i, volumes: ["data:/data"]}
            volumes: {data: }
            """);
    var options =
        new PlanOptions.Down(
            List.of(),
            PlanOptions.Orphans.REPORTED,
            PlanOptions.VolumeRemoval.REMOVED,
            PlanOptions.ImageRemoval.ALL,
            Optional.empty());
    Plans.assertPlan(
        World.running(project, "i").plan(project, options),
        """
        [] -> #1 shop-web-1, stop, asked for
        [1] -> #2 shop-web-1, remove container and its anonymous volumes, asked for
        [1] -> #3 shop-db-1, stop, asked for
        [3] -> #4 shop-db-1, remove container and its anonymous volumes, asked for
        [2,4] -> #5 network shop_default, remove, asked for
        [4] -> #6 volume shop_data, remove with its data, asked for
        [2,4] -> #7 image i, remove, asked for
        """);
  }

  @Test
  void onlyImagesWithoutANameOfTheirOwnGo() {
    var project =
        Yaml.project(
            """
            services: {web: {build: .}, db: {image: i}}
            """);
    var options =
        new PlanOptions.Down(
            List.of(),
            PlanOptions.Orphans.REPORTED,
            PlanOptions.VolumeRemoval.KEPT,
            PlanOptions.ImageRemoval.LOCAL,
            Optional.empty());
    Plans.assertPlan(
        World.running(project, "i", "shop-web").plan(project, options),
        """
        [] -> #1 shop-web-1, stop, asked for
        [1] -> #2 shop-web-1, remove container, asked for
        [] -> #3 shop-db-1, stop, asked for
        [3] -> #4 shop-db-1, remove container, asked for
        [2,4] -> #5 network shop_default, remove, asked for
        [2] -> #6 image shop-web, remove, asked for
        """);
  }

  @Test
  void theImageOfAProjectWithoutFilesIsThatOfItsContainers() {
    var world = World.running(Yaml.project("services: {web: {build: .}}"), "shop-web");
    var labels = ProjectFromLabels.of(new ProjectName("shop"), world.state());
    var options =
        new PlanOptions.Down(
            List.of(),
            PlanOptions.Orphans.REPORTED,
            PlanOptions.VolumeRemoval.KEPT,
            PlanOptions.ImageRemoval.LOCAL,
            Optional.empty());
    world.withoutImage("shop-web");
    assertThat(world.plan(labels, options).toString())
        .contains("image shop-web, remove, asked for");
  }

  @Test
  void aNetworkStaysWhileOrphansUseIt() {
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
        World.running(before, "nginx", "mariadb").plan(after, Plans.DOWN),
        """
        [] -> #1 shop-db-1, stop, asked for
        [1] -> #2 shop-db-1, remove container, asked for
        i Containers that are not part of the project any more: shop-web-1. --remove-orphans removes them.
        i network shop_default stays: it is used by shop-web-1.
        """);
  }

  @Test
  void halfMadeContainersGoToo() {
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
        world.plan(after, Plans.DOWN),
        """
        [] -> #1 000000000003_shop-web-1, remove container, asked for
        [] -> #2 shop-web-1, stop, asked for
        [2] -> #3 shop-web-1, remove container, asked for
        [1,3] -> #4 network shop_default, remove, asked for
        """);
  }

  @Test
  void namedServicesGoAlone() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, depends_on: [db]}
              db: {image: i, volumes: ["data:/data"]}
            volumes: {data: }
            """);
    var options =
        new PlanOptions.Down(
            List.of(new ServiceName("web")),
            PlanOptions.Orphans.REPORTED,
            PlanOptions.VolumeRemoval.KEPT,
            PlanOptions.ImageRemoval.NONE,
            Optional.empty());
    Plans.assertPlan(
        World.running(project, "i").plan(project, options),
        """
        [] -> #1 shop-web-1, stop, asked for
        [1] -> #2 shop-web-1, remove container, asked for
        i network shop_default stays: it is used by shop-db-1.
        """);
  }
}
