package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which images are fetched and built.
class ImagesTest {
  @Test
  void whatIsMissingIsFetchedOnce() {
    var project =
        Yaml.project(
            """
            services:
              a: {image: one}
              b: {image: one}
              c: {image: two}
            """);
    Plans.assertPlan(
        World.with("two").plan(project),
        """
        [] -> #1 image one, pull, missing
        [1] -> #2 network shop_default, create, missing
        [2] -> #3 shop-a-1, create container, missing
        [3] -> #4 shop-a-1, start, missing
        [2] -> #5 shop-b-1, create container, missing
        [5] -> #6 shop-b-1, start, missing
        [2] -> #7 shop-c-1, create container, missing
        [7] -> #8 shop-c-1, start, missing
        """);
  }

  @Test
  void aBuiltServiceWithoutImageGetsAName() {
    var project =
        Yaml.project(
            """
            services:
              web: {build: .}
            """);
    Plans.assertPlan(
        World.with().plan(project),
        """
        [] -> #1 image shop-web, build, missing
        [1] -> #2 network shop_default, create, missing
        [2] -> #3 shop-web-1, create container, missing
        [3] -> #4 shop-web-1, start, missing
        """);
  }

  @Test
  void whatIsBuiltIsNotFetched() {
    var project =
        Yaml.project(
            """
            services:
              a: {image: mine}
              b: {image: mine, build: .}
            """);
    Plans.assertPlan(
        World.with().plan(project),
        """
        [] -> #1 image mine, build, missing
        [1] -> #2 network shop_default, create, missing
        [2] -> #3 shop-a-1, create container, missing
        [3] -> #4 shop-a-1, start, missing
        [2] -> #5 shop-b-1, create container, missing
        [5] -> #6 shop-b-1, start, missing
        """);
  }

  @Test
  void alwaysFetchesEachTime() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, pull_policy: always}
            """);
    var world = World.running(project, "i");
    Plans.assertPlan(
        world.plan(project),
        """
        [] -> #1 image i, pull, asked for
        i Image "i" comes first; if it changes, web is recreated.
        """);
    assertThat(world.plan(project).needsImagesFirst()).isTrue();
  }

  @Test
  void containersFollowTheImageThatWasFetched() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, pull_policy: always}
            """);
    var world = World.running(project, "i");
    world.execute(world.plan(project).images());
    Plans.assertPlan(
        world.plan(project, PlanOptions.Up.DEFAULTS.withImagesDone()),
        """
        [] -> #1 000000000004_shop-web-1, create container, image changed: 000000000002 -> 000000000005
        [1] -> #2 shop-web-1, stop, image changed: 000000000002 -> 000000000005
        [2] -> #3 shop-web-1, remove container, image changed: 000000000002 -> 000000000005
        [3] -> #4 000000000004_shop-web-1, rename to shop-web-1, image changed: 000000000002 -> 000000000005
        [4] -> #5 shop-web-1, start, image changed: 000000000002 -> 000000000005
        """);
  }

  @Test
  void neverDoesNotFetch() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, pull_policy: never}
            """);
    Plans.assertPlan(
        World.with().plan(project),
        """
        ! service web: image "i" is not there and may not be fetched
        """);
  }

  @Test
  void aBuildCanBeAskedFor() {
    var project =
        Yaml.project(
            """
            services:
              web: {build: .}
              db: {image: i}
            """);
    var options =
        Plans.up(new PlanOptions.Images(PlanOptions.Images.When.ALWAYS, Optional.empty()));
    Plans.assertPlan(
        World.with("shop-web", "i").plan(project, options),
        """
        [] -> #1 image shop-web, build, asked for
        [1] -> #2 network shop_default, create, missing
        [2] -> #3 shop-db-1, create container, missing
        [3] -> #4 shop-db-1, start, missing
        [2] -> #5 shop-web-1, create container, missing
        [5] -> #6 shop-web-1, start, missing
        """);
  }

  @Test
  void aBuildCanBeForbidden() {
    var project =
        Yaml.project(
            """
            services:
              web: {build: .}
            """);
    var options = Plans.up(new PlanOptions.Images(PlanOptions.Images.When.NEVER, Optional.empty()));
    Plans.assertPlan(
        World.with().plan(project, options),
        """
        ! service web: image "shop-web" is not there and may not be fetched
        """);
  }

  @ParameterizedTest
  @CsvSource({"PT23H,0", "PT25H,1", ",1"})
  void aDailyImageIsFetchedWhenItsLastTimeIsLongerAgo(@Nullable Duration since, int pulls) {
    var project = Yaml.project("services: {web: {image: i, pull_policy: daily}}");
    var world = World.with("i").tagged("i", Optional.ofNullable(since));
    assertThat(world.plan(project).steps())
        .filteredOn(step -> step.operation() instanceof Operation.PullImage)
        .hasSize(pulls);
  }
}
