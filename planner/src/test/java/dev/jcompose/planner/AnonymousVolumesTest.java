package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Project;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
        .filter(name -> !name.isEmpty())
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
  void aPausedContainerStaysPaused() {
    var world =
        World.running(project("a"), "i").state("shop-web-1", ContainerStatus.State.PAUSED, 0);
    Plans.assertPlan(
        world.plan(project("a")), "i shop-web-1 is paused and stays so; `unpause` lets it go on.");
  }
}
