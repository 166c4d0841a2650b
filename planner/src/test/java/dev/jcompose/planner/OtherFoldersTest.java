package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Project;
import dev.jcompose.planner.ObservedFolder.Place;
import org.junit.jupiter.api.Test;

/// A project of the same name in another folder is noticed before anything is touched.
class OtherFoldersTest {
  private static Project project(String mode) {
    return Yaml.project(
        """
        services:
          web: {image: i, environment: {MODE: %s}}
        """
            .formatted(mode));
  }

  private static World world(Place place) {
    return World.running(project("a"), "i").folder("/other", place);
  }

  private static final String ASKED =
      "? Containers of project \"shop\" were made from /other, and this is /shop; to go on is to"
          + " treat them as containers of this folder.";

  @Test
  void upOnlyAsks() {
    var plan = world(Place.ELSEWHERE).plan(project("b"));
    Plans.assertPlan(plan, ASKED);
    assertThat(plan.questions().getFirst().refused()).isPresent();
  }

  @Test
  void downOnlyAsks() {
    Plans.assertPlan(world(Place.ELSEWHERE).plan(project("a"), Plans.DOWN), ASKED);
  }

  @Test
  void withConsentItGoesOnAndTells() {
    var world = world(Place.ELSEWHERE);
    var asked = world.plan(project("b")).questions();
    var plan = world.plan(project("b"), PlanOptions.Up.DEFAULTS.withAgreed(asked));
    assertThat(plan.steps()).isNotEmpty();
    assertThat(plan.toString()).endsWith("i Containers of project shop were made from /other.");
    assertThat(world.plan(project("a"), Plans.DOWN.withAgreed(asked)).steps()).isNotEmpty();
  }

  @Test
  void aFolderThatHasMovedIsToldOfWhenSomethingChanges() {
    Plans.assertSettled(world(Place.GONE), project("a"));
    assertThat(world(Place.GONE).plan(project("b")).notices())
        .hasToString("[MadeElsewhere[project=shop, folders=[/other]]]");
  }

  @Test
  void itsOwnFolderIsNotMentioned() {
    assertThat(world(Place.OWN).plan(project("b")).notices()).isEmpty();
  }
}
