package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Project;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Anonymous volumes are handed over, renewed or removed, and none is lost on the way.
class AnonymousVolumesTest {
  private static final PlanOptions.Down DOWN_WITH_VOLUMES =
      new PlanOptions.Down(
          List.of(),
          PlanOptions.Orphans.REPORTED,
          PlanOptions.VolumeRemoval.REMOVED,
          PlanOptions.ImageRemoval.NONE,
          Optional.empty());

  private static Project project(String mode) {
    return Yaml.project(
        """
        services:
          web: {image: i, environment: {MODE: %s}, volumes: [/x]}
        """
            .formatted(mode));
  }

  private static List<String> removed(Plan plan) {
    return plan.steps().stream()
        .map(step -> step.operation() instanceof Operation.RemoveVolume(String name) ? name : "")
        .filter(Names::isAnonymousVolume)
        .toList();
  }

  private static String volumeOf(World world) {
    return world.named("shop-web-1").mounts().getFirst().name().orElseThrow();
  }

  @Test
  void oneThatWasHandedOverIsRemovedByName() {
    var world = World.running(project("a"), "i");
    var volume = volumeOf(world);
    assertThat(removed(world.plan(project("a"), DOWN_WITH_VOLUMES))).isEmpty();
    world.up(project("b"));
    assertThat(volumeOf(world)).isEqualTo(volume);
    assertThat(removed(world.plan(project("b"), DOWN_WITH_VOLUMES))).containsExactly(volume);
    assertThat(removed(world.plan(project("b"), Plans.DOWN))).isEmpty();
  }

  @Test
  void oneThatIsRenewedGoesWithItsContainer() {
    var world = World.running(project("a"), "i").up(project("b"));
    var volume = volumeOf(world);
    var plan = world.plan(project("a"), Plans.up(PlanOptions.AnonymousOnRecreate.RENEWED));
    assertThat(removed(plan)).containsExactly(volume);
    assertThat(plan.steps())
        .extracting(Step::operation)
        .contains(
            new Operation.RemoveContainer(
                world.named("shop-web-1").ref(), Operation.AnonymousVolumes.REMOVE));
    Plans.assertSettled(world.execute(plan), project("a"));
  }

  @Test
  void toRenewThemContainersThatHaveSomeAreRecreated() {
    var project = Yaml.project("services: {web: {image: i, volumes: [/x]}, plain: {image: i}}");
    var world = World.running(project, "i");
    var before = volumeOf(world);
    var plan = world.plan(project, Plans.up(PlanOptions.AnonymousOnRecreate.RENEWED));
    assertThat(plan.toString())
        .contains("shop-web-1, stop, its anonymous volumes are renewed")
        .doesNotContain("plain");
    assertThat(volumeOf(world.execute(plan))).isNotEqualTo(before);
    assertThat(world.anonymousVolumes()).hasSize(1);
  }

  @Test
  void aNoteOfThemIsThereForAsLongAsTheyAreBeingRemoved() {
    var world = World.running(project("a"), "i").up(project("b"));
    Plans.assertPlan(
        world.plan(project("b"), DOWN_WITH_VOLUMES),
        """
        [] -> #1 volume shop-leaving-%1$s, create, so that an interruption leaves no volume behind
        [] -> #2 shop-web-1, stop, asked for
        [1,2] -> #3 shop-web-1, remove container and its anonymous volumes, asked for
        [3] -> #4 network shop_default, remove, asked for
        [3] -> #5 volume %2$s, remove with its data, asked for
        [5] -> #6 volume shop-leaving-%1$s, remove with its data, no container uses it any more
        """
            .formatted(Integer.toHexString(List.of(volumeOf(world)).hashCode()), volumeOf(world)));
  }

  static Stream<PlanOptions> removing() {
    return Stream.of(
        DOWN_WITH_VOLUMES,
        Plans.up(PlanOptions.AnonymousOnRecreate.RENEWED),
        new PlanOptions.Remove(
            List.of(),
            PlanOptions.Remove.Running.STOPPED,
            PlanOptions.VolumeRemoval.REMOVED,
            Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("removing")
  void noneIsForgottenWhereverTheRunIsKilled(PlanOptions options) {
    var steps = upTwice().plan(project("a"), options).steps().size();
    assertThat(steps).isGreaterThan(4);
    for (int done = 0; done <= steps; done++) {
      var world = upTwice();
      world.execute(world.plan(project("a"), options), done);
      world.execute(world.plan(project("a"), DOWN_WITH_VOLUMES));
      assertThat(world.anonymousVolumes()).as("after %s steps", done).isEmpty();
      assertThat(world.state().volumes()).as("after %s steps", done).isEmpty();
    }
  }

  private static World upTwice() {
    return World.running(project("a"), "i").up(project("b"));
  }

  @Test
  void aPausedContainerStaysPaused() {
    var world =
        World.running(project("a"), "i").state("shop-web-1", ContainerStatus.State.PAUSED, 0);
    Plans.assertPlan(
        world.plan(project("a")), "i shop-web-1 is paused and stays so; `unpause` lets it go on.");
  }
}
