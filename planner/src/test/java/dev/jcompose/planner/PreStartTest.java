package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Hooks that run before containers are started.
class PreStartTest {
  private static Project project(int scale) {
    return Yaml.project(
        """
        services:
          web:
            image: i
            network_mode: none
            scale: %d
            pre_start:
              - command: migrate
              - {command: prepare, per_replica: true}
        """
            .formatted(scale));
  }

  @Test
  void hooksRunInOrderBeforeTheReplicaStarts() {
    Plans.assertPlan(
        World.with("i").plan(project(1)),
        """
        [] -> #1 shop-web-1, create container, missing
        [1] -> #2 shop-web-pre_start-0, create container, missing
        [2] -> #3 shop-web-pre_start-0, run pre_start hook, missing
        [3] -> #4 shop-web-pre_start-0, remove container and its anonymous volumes, missing
        [4] -> #5 shop-web-1-pre_start-1, create container, missing
        [5] -> #6 shop-web-1-pre_start-1, run pre_start hook, missing
        [6] -> #7 shop-web-1-pre_start-1, remove container and its anonymous volumes, missing
        [7] -> #8 shop-web-1, start, missing
        """);
  }

  @Test
  void anotherReplicaHasOnlyTheHooksThatAreForEach() {
    Plans.assertPlan(
        World.running(project(1), "i").plan(project(2)),
        """
        [] -> #1 shop-web-2, create container, scaled from 1 to 2
        [1] -> #2 shop-web-2-pre_start-1, create container, scaled from 1 to 2
        [2] -> #3 shop-web-2-pre_start-1, run pre_start hook, scaled from 1 to 2
        [3] -> #4 shop-web-2-pre_start-1, remove container and its anonymous volumes, scaled from 1 to 2
        [4] -> #5 shop-web-2, start, scaled from 1 to 2
        """);
  }

  @Test
  void nothingRunsWhereNothingStarts() {
    Plans.assertSettled(World.running(project(2), "i"), project(2));
  }

  @Test
  void theContainerHasTheReplicasVolumesAndNeitherNumberNorDigest() {
    var hook =
        World.with("i").plan(project(1)).steps().stream()
            .flatMap(step ->
                step.operation() instanceof Operation.CreateContainer(var spec)
                        && spec.name().equals("shop-web-pre_start-0")
                    ? Stream.of(spec)
                    : Stream.empty())
            .findFirst()
            .orElseThrow();
    assertThat(hook.namespaces().volumesFrom())
        .singleElement()
        .satisfies(volumes ->
            assertThat(volumes.container())
                .isEqualTo(
                    new SharedNamespaces.Container.Own(
                        new ContainerRef.Made(new StepId(1), "shop-web-1"))));
    assertThat(hook.labels())
        .isEqualTo(
            Ordered.map(
                Map.of(
                    Labels.PROJECT, "shop",
                    Labels.SERVICE, "web",
                    Labels.HOOK, "pre_start",
                    Labels.HOOK_INDEX, "0",
                    Labels.VERSION, Labels.OUR_VERSION)));
  }
}
