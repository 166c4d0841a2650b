package dev.jcompose.executor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import org.junit.jupiter.api.Test;

/// Containers: made, found, run and removed.
interface ContainerContract {
  /// The engine that is tried.
  Trial on();

  @Test
  default void aNewContainerIsListedAndDoesNotRun() throws InterruptedException {
    ContainerId id = on().create(on().specs().container("web", "sleep", "600"));

    ObservedContainer container = on().only();
    assertThat(container.id()).isEqualTo(id);
    assertThat(container.name()).isEqualTo(on().specs().name("web"));
    assertThat(container.labels()).containsAllEntriesOf(on().specs().labels("web"));
    assertThat(container.image().reference()).isEqualTo(Specs.IMAGE);
    assertThat(container.image().id())
        .isEqualTo(on().engine().image(Specs.IMAGE).orElseThrow().id());
    assertThat(container.status().state()).isEqualTo(State.CREATED);
    assertThat(container.status().exitCode()).isEmpty();
    assertThat(container.details()).isEmpty();
  }

  @Test
  default void containersAreSortedByNameAndThoseOfOtherProjectsLeftOut()
      throws InterruptedException {
    on().create(on().specs().container("web", "true"));
    on().create(on().specs().container("db", "true"));

    assertThat(on().engine().containers(on().specs().project()))
        .extracting(ObservedContainer::name)
        .containsExactly(on().specs().name("db"), on().specs().name("web"));
    assertThat(on().engine().containers(new ProjectName(on().specs().project() + "0"))).isEmpty();
  }

  @Test
  default void anInspectionGivesDetails() throws InterruptedException {
    ContainerId id = on().create(on().specs().container("web", "sleep", "600"));

    ObservedContainer container = on().engine().container(id).orElseThrow();
    assertThat(container.name()).isEqualTo(on().specs().name("web"));
    assertThat(container.status().state()).isEqualTo(State.CREATED);
    assertThat(container.details().orElseThrow().command()).containsExactly("sleep", "600");
    assertThat(on().engine().container(new ContainerId("0".repeat(64)))).isEmpty();
  }

  @Test
  default void aContainerIsFoundByItsNameAndTheBeginningOfItsId() throws InterruptedException {
    ContainerId id = on().create(on().specs().container("web", "sleep", "600"));

    assertThat(on().engine().named(on().specs().name("web")).orElseThrow().id()).isEqualTo(id);
    assertThat(on().engine().named(id.brief()).orElseThrow().id()).isEqualTo(id);
    assertThat(on().engine().named("no/such container?")).isEmpty();
  }

  @Test
  default void aTakenNameIsAConflict() throws InterruptedException {
    on().create(on().specs().container("web", "true"));

    Trial.refused(Kind.CONFLICT, () -> on().create(on().specs().container("web", "true")))
        .withMessageContaining(on().specs().name("web"));
  }

  @Test
  default void aStartedContainerRunsUntilItIsStopped() throws InterruptedException {
    ContainerId id = on().create(on().specs().container("web", "sleep", "600"));

    on().engine().startContainer(id);
    on().engine().startContainer(id);
    assertThat(on().only().status().state()).isEqualTo(State.RUNNING);

    on().engine().stopContainer(id, Trial.AT_ONCE);
    on().engine().stopContainer(id, Trial.AT_ONCE);
    assertThat(on().only().status().state()).isEqualTo(State.EXITED);
    assertThat(on().only().status().exitCode()).contains(137);
  }

  @Test
  default void aCommandThatEndsLeavesItsExitCode() throws InterruptedException {
    ContainerId id = on().create(on().specs().container("job", "false"));

    Heard heard = new Heard();
    try (var _ = on().engine().events(on().specs().project(), heard)) {
      on().engine().startContainer(id);
      heard.await("die");
    }

    assertThat(on().engine().container(id).orElseThrow().status().exitCode()).contains(1);
  }

  @Test
  default void aKillEndsWhatRunsAndIsNoFailureAfterwards() throws InterruptedException {
    ContainerId id = on().started("web", "sleep", "600");
    Heard heard = new Heard();

    try (var _ = on().engine().events(on().specs().project(), heard)) {
      on().engine().killContainer(id, "SIGKILL");
      heard.await("die");
    }
    on().engine().killContainer(id, "SIGKILL");

    assertThat(on().only().status().state()).isEqualTo(State.EXITED);
  }

  @Test
  default void aContainerIsFrozenAndGoesOn() throws InterruptedException {
    ContainerId id = on().started("web", "sleep", "600");

    on().engine().pauseContainer(id);
    on().engine().pauseContainer(id);
    assertThat(on().only().status().state()).isEqualTo(State.PAUSED);

    on().engine().unpauseContainer(id);
    on().engine().unpauseContainer(id);
    // An engine may hear of the pause only now.
    for (int i = 0; i < 50 && on().only().status().state() == State.PAUSED; i++) {
      Thread.sleep(20);
    }
    assertThat(on().only().status().state()).isEqualTo(State.RUNNING);
  }

  @Test
  default void whatDoesNotRunCannotBeFrozen() throws InterruptedException {
    ContainerId id = on().create(on().specs().container("web", "sleep", "600"));

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> on().engine().pauseContainer(id))
        .withMessageContaining("not running");
  }

  @Test
  default void aContainerIsRemovedThoughItRuns() throws InterruptedException {
    ContainerId id = on().started("web", "sleep", "600");

    on().engine().removeContainer(id, AnonymousVolumes.REMOVE);
    on().engine().removeContainer(id, AnonymousVolumes.REMOVE);

    assertThat(on().engine().containers(on().specs().project())).isEmpty();
  }

  @Test
  default void aContainerIsRenamed() throws InterruptedException {
    ContainerId id = on().create(on().specs().container("web", "true"));

    on().engine().renameContainer(id, on().specs().name("other"));

    assertThat(on().only().name()).isEqualTo(on().specs().name("other"));
  }

  @Test
  default void whatIsDoneToNothingIsNotFound() {
    ContainerId nobody = new ContainerId("0".repeat(64));

    Trial.refused(Kind.NOT_FOUND, () -> on().engine().startContainer(nobody));
    Trial.refused(Kind.NOT_FOUND, () -> on().engine().stopContainer(nobody, Trial.AT_ONCE));
    Trial.refused(Kind.NOT_FOUND, () -> on().engine().renameContainer(nobody, "other"));
    Trial.refused(Kind.NOT_FOUND, () -> on().engine().logs(nobody, LogOptions.ALL, _ -> {}));
  }
}
