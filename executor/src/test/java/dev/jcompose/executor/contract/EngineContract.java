package dev.jcompose.executor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jcompose.executor.ContainerEvent;
import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.executor.ExecResult;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerMount;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What any engine does, whether it is real or in memory.
///
/// The containers run commands of busybox, of which an engine in memory needs to know `sleep N`,
/// `true`, `false` and `echo WORD…`, also for health checks and {@link Engine#exec}. They need the
/// image {@link Specs#IMAGE}.
@Timeout(60)
public abstract class EngineContract {
  private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);
  private static final LogOptions WHOLE_LOG =
      new LogOptions(false, Optional.empty(), Optional.empty(), Optional.empty(), false);
  private static final LogOptions FOLLOWED =
      new LogOptions(true, Optional.empty(), Optional.empty(), Optional.empty(), false);

  private Trial on;
  private Specs specs;
  private Engine engine;

  /// Makes the engine that a test tries; the test closes it.
  protected abstract Engine open();

  @BeforeEach
  void openEngine() {
    on = new Trial(open());
    specs = on.specs();
    engine = on.engine();
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    on.leaveNothingBehind();
  }

  @Test
  void saysItsVersion() throws InterruptedException {
    assertThat(engine.info().speaks("1.24")).isTrue();
    assertThat(engine.info().version()).isNotEmpty();
  }

  @Test
  void aNewContainerIsListedAndDoesNotRun() throws InterruptedException {
    ContainerId id = on.create(specs.container("web", "sleep", "600"));

    ObservedContainer container = on.only();
    assertThat(container.id()).isEqualTo(id);
    assertThat(container.name()).isEqualTo(specs.name("web"));
    assertThat(container.labels()).containsAllEntriesOf(specs.labels("web"));
    assertThat(container.image().reference()).isEqualTo(Specs.IMAGE);
    assertThat(container.image().id()).isEqualTo(engine.image(Specs.IMAGE).orElseThrow().id());
    assertThat(container.status().state()).isEqualTo(State.CREATED);
    assertThat(container.status().exitCode()).isEmpty();
    assertThat(container.details()).isEmpty();
  }

  @Test
  void containersAreSortedByNameAndThoseOfOtherProjectsLeftOut() throws InterruptedException {
    on.create(specs.container("web", "true"));
    on.create(specs.container("db", "true"));

    assertThat(engine.containers(specs.project()))
        .extracting(ObservedContainer::name)
        .containsExactly(specs.name("db"), specs.name("web"));
    assertThat(engine.containers(new ProjectName(specs.project() + "0"))).isEmpty();
  }

  @Test
  void anInspectionGivesDetails() throws InterruptedException {
    ContainerId id = on.create(specs.container("web", "sleep", "600"));

    ObservedContainer container = engine.container(id).orElseThrow();
    assertThat(container.name()).isEqualTo(specs.name("web"));
    assertThat(container.status().state()).isEqualTo(State.CREATED);
    assertThat(container.details().orElseThrow().command()).containsExactly("sleep", "600");
    assertThat(engine.container(new ContainerId("0".repeat(64)))).isEmpty();
  }

  @Test
  void aTakenNameIsAConflict() throws InterruptedException {
    on.create(specs.container("web", "true"));

    Trial.refused(Kind.CONFLICT, () -> on.create(specs.container("web", "true")))
        .withMessageContaining(specs.name("web"));
  }

  @Test
  void anImageThatIsNotThereIsNotFound() throws InterruptedException {
    String image = "jcompose.invalid/nothing:1";
    var spec = specs.of(Specs.service("web", "true").withImage(image));

    assertThat(engine.image(image)).isEmpty();
    Trial.refused(Kind.NOT_FOUND, () -> on.create(spec)).withMessageContaining(image);
    engine.removeImage(image);
  }

  @Test
  void aReferenceWithADigestNeedsNoRegistry() throws InterruptedException {
    var digest = "@sha256:" + "0".repeat(64);

    assertThat(engine.pinned("r.example:5000/shop/web" + digest))
        .isEqualTo("r.example:5000/shop/web" + digest);
    assertThat(engine.pinned("r.example/web:1" + digest)).isEqualTo("r.example/web" + digest);
  }

  @Test
  void aStartedContainerRunsUntilItIsStopped() throws InterruptedException {
    ContainerId id = on.create(specs.container("web", "sleep", "600"));

    engine.startContainer(id);
    engine.startContainer(id);
    assertThat(on.only().status().state()).isEqualTo(State.RUNNING);

    engine.stopContainer(id, AT_ONCE);
    engine.stopContainer(id, AT_ONCE);
    assertThat(on.only().status().state()).isEqualTo(State.EXITED);
    assertThat(on.only().status().exitCode()).contains(137);
  }

  @Test
  void aCommandThatEndsLeavesItsExitCode() throws InterruptedException {
    ContainerId id = on.create(specs.container("job", "false"));

    Heard heard = new Heard();
    try (var _ = engine.events(specs.project(), heard)) {
      engine.startContainer(id);
      heard.await("die");
    }

    assertThat(engine.container(id).orElseThrow().status().exitCode()).contains(1);
  }

  @Test
  void aKillEndsWhatRunsAndIsNoFailureAfterwards() throws InterruptedException {
    ContainerId id = on.started("web", "sleep", "600");
    Heard heard = new Heard();

    try (var _ = engine.events(specs.project(), heard)) {
      engine.killContainer(id, "SIGKILL");
      heard.await("die");
    }
    engine.killContainer(id, "SIGKILL");

    assertThat(on.only().status().state()).isEqualTo(State.EXITED);
  }

  @Test
  void aContainerIsFrozenAndGoesOn() throws InterruptedException {
    ContainerId id = on.started("web", "sleep", "600");

    engine.pauseContainer(id);
    engine.pauseContainer(id);
    assertThat(on.only().status().state()).isEqualTo(State.PAUSED);

    engine.unpauseContainer(id);
    engine.unpauseContainer(id);
    assertThat(on.only().status().state()).isEqualTo(State.RUNNING);
  }

  @Test
  void whatDoesNotRunCannotBeFrozen() throws InterruptedException {
    ContainerId id = on.create(specs.container("web", "sleep", "600"));

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> engine.pauseContainer(id))
        .withMessageContaining("not running");
  }

  @Test
  void aContainerIsRemovedThoughItRuns() throws InterruptedException {
    ContainerId id = on.started("web", "sleep", "600");

    engine.removeContainer(id, AnonymousVolumes.REMOVE);
    engine.removeContainer(id, AnonymousVolumes.REMOVE);

    assertThat(engine.containers(specs.project())).isEmpty();
  }

  @Test
  void aContainerIsRenamed() throws InterruptedException {
    ContainerId id = on.create(specs.container("web", "true"));

    engine.renameContainer(id, specs.name("other"));

    assertThat(on.only().name()).isEqualTo(specs.name("other"));
  }

  @Test
  void whatIsDoneToNothingIsNotFound() {
    ContainerId nobody = new ContainerId("0".repeat(64));

    Trial.refused(Kind.NOT_FOUND, () -> engine.startContainer(nobody));
    Trial.refused(Kind.NOT_FOUND, () -> engine.stopContainer(nobody, AT_ONCE));
    Trial.refused(Kind.NOT_FOUND, () -> engine.renameContainer(nobody, "other"));
    Trial.refused(Kind.NOT_FOUND, () -> engine.logs(nobody, WHOLE_LOG, _ -> {}));
  }

  @Test
  void networksAreFoundByLabelAndByExactName() throws InterruptedException {
    engine.createNetwork(specs.network("front"), specs.networkLabels("front"));
    engine.createNetwork(specs.network("back"), specs.networkLabels("back"));
    String front = specs.network("front").name();

    assertThat(engine.networks(specs.project()))
        .extracting(network -> network.name())
        .containsExactly(specs.network("back").name(), front);
    var found = engine.network(front).orElseThrow();
    assertThat(found.labels()).containsAllEntriesOf(specs.networkLabels("front"));
    assertThat(engine.network(found.id().substring(0, 12))).isEmpty();
    assertThat(engine.network(front + "0")).isEmpty();
  }

  @Test
  void aNetworkIsMadeOnceAndRemovedWhenNobodyIsOnIt() throws InterruptedException {
    engine.createNetwork(specs.network("front"), specs.networkLabels("front"));
    String name = specs.network("front").name();
    ContainerId id =
        on.create(specs.of(Specs.running(), List.of(), List.of(specs.endpoint("front"))));
    engine.startContainer(id);

    Trial.refused(
        Kind.CONFLICT,
        () -> engine.createNetwork(specs.network("front"), specs.networkLabels("front")));
    Trial.refused(Kind.CONFLICT, () -> engine.removeNetwork(name)).withMessageContaining(name);

    engine.removeContainer(id, AnonymousVolumes.REMOVE);
    engine.removeNetwork(name);
    engine.removeNetwork(name);
    assertThat(engine.network(name)).isEmpty();
  }

  @Test
  void aContainerJoinsAllItsNetworks() throws InterruptedException {
    engine.createNetwork(specs.network("front"), specs.networkLabels("front"));
    engine.createNetwork(specs.network("back"), specs.networkLabels("back"));
    var endpoints = List.of(specs.endpoint("front", "web"), specs.endpoint("back", "web"));

    ContainerId id = on.create(specs.of(Specs.running(), List.of(), endpoints));
    engine.startContainer(id);

    assertThat(on.only().endpoints())
        .containsOnlyKeys(specs.network("front").name(), specs.network("back").name());
    var network = engine.network(specs.network("back").name()).orElseThrow();
    assertThat(on.only().endpoints())
        .hasEntrySatisfying(
            network.name(), endpoint -> assertThat(endpoint.networkId()).isEqualTo(network.id()));
  }

  @Test
  void aContainerIsConnectedAndDisconnected() throws InterruptedException {
    engine.createNetwork(specs.network("front"), specs.networkLabels("front"));
    engine.createNetwork(specs.network("back"), specs.networkLabels("back"));
    String back = specs.network("back").name();
    ContainerId id =
        on.create(specs.of(Specs.running(), List.of(), List.of(specs.endpoint("front"))));

    engine.startContainer(id);
    engine.connect(id, specs.endpoint("back"));
    assertThat(on.only().endpoints()).containsKey(back);

    engine.disconnect(id, back);
    engine.disconnect(id, back);
    assertThat(on.only().endpoints()).doesNotContainKey(back);
    Trial.refused(Kind.NOT_FOUND, () -> engine.connect(id, specs.endpoint("nowhere")));
  }

  @Test
  void aVolumeIsKeptWhileItIsUsed() throws InterruptedException {
    engine.createVolume(specs.volume("data"), specs.volumeLabels("data"));
    engine.createVolume(specs.volume("data"), specs.volumeLabels("data"));
    String name = specs.volume("data").name();
    var mount = new ContainerMount.NamedVolume(name, Specs.at("/data"), Optional.empty());
    ContainerId id = on.create(specs.of(Specs.running(), List.of(mount), List.of()));

    assertThat(engine.volumes(specs.project())).containsExactly(engine.volume(name).orElseThrow());
    assertThat(on.only().mounts().getFirst().name()).contains(name);
    assertThat(on.only().mounts().getFirst().target()).isEqualTo("/data");
    Trial.refused(Kind.CONFLICT, () -> engine.removeVolume(name)).withMessageContaining(name);

    engine.removeContainer(id, AnonymousVolumes.REMOVE);
    assertThat(engine.volume(name)).isPresent();
    engine.removeVolume(name);
    engine.removeVolume(name);
    assertThat(engine.volume(name)).isEmpty();
  }

  @Test
  void anonymousVolumesGoWithTheirContainerIfWanted() throws InterruptedException {
    var mount = new ContainerMount.AnonymousVolume(Specs.at("/data"), Optional.empty());
    ContainerId id = on.create(specs.of(Specs.running(), List.of(mount), List.of()));
    String name = on.only().mounts().getFirst().name().orElseThrow();
    engine.removeContainer(id, AnonymousVolumes.KEEP);
    assertThat(engine.volume(name)).isPresent();
    engine.removeVolume(name);

    ContainerId other = on.create(specs.of(Specs.running(), List.of(mount), List.of()));
    String gone = on.only().mounts().getFirst().name().orElseThrow();
    engine.removeContainer(other, AnonymousVolumes.REMOVE);
    assertThat(engine.volume(gone)).isEmpty();
  }

  @Test
  void allThatHappensIsHeardOfInOrder() throws InterruptedException {
    Heard heard = new Heard();
    try (var stream = engine.events(specs.project(), heard)) {
      ContainerId id = on.create(specs.container("job", "false"));
      engine.startContainer(id);
      ContainerEvent died = heard.await("die");
      engine.removeContainer(id, AnonymousVolumes.REMOVE);
      heard.await("destroy");

      assertThat(stream.isOpen()).isTrue();
      assertThat(died.container()).isEqualTo(id);
      assertThat(died.attributes()).containsEntry("exitCode", "1");
      assertThat(died.attributes()).containsAllEntriesOf(specs.labels("job"));
      assertThat(heard.actions()).containsSubsequence("create", "start", "die", "destroy");
    }
  }

  @Test
  void aClosedStreamIsSilent() throws InterruptedException {
    Heard closed = new Heard();
    var stream = engine.events(specs.project(), closed);
    stream.close();
    Heard open = new Heard();
    try (var _ = engine.events(specs.project(), open)) {
      on.create(specs.container("web", "true"));
      open.await("create");
    }
    assertThat(stream.isOpen()).isFalse();
    assertThat(closed.isSilent()).isTrue();
  }

  @Test
  void healthIsHeardOfAndSeen() throws InterruptedException {
    Heard heard = new Heard();
    try (var _ = engine.events(specs.project(), heard)) {
      ContainerId id = on.create(specs.of(Specs.checked(Specs.running(), "CMD", "true")));
      engine.startContainer(id);
      assertThat(heard.await("health_status").attributes())
          .containsEntry("health_status", "healthy");

      assertThat(on.only().status().health()).isEqualTo(Health.HEALTHY);
      assertThat(engine.container(id).orElseThrow().status().health()).isEqualTo(Health.HEALTHY);
    }
  }

  @Test
  void aFailingCheckMakesAContainerUnhealthy() throws InterruptedException {
    Heard heard = new Heard();
    try (var _ = engine.events(specs.project(), heard)) {
      engine.startContainer(on.create(specs.of(Specs.checked(Specs.running(), "CMD", "false"))));
      assertThat(heard.await("health_status").attributes())
          .containsEntry("health_status", "unhealthy");
    }
    assertThat(on.only().status().health()).isEqualTo(Health.UNHEALTHY);
  }

  @Test
  void aLogIsReadToTheEndOfTheContainer() throws InterruptedException {
    ContainerId id = on.started("job", "echo", "hello", "world");
    LogLine hello = new LogLine(LogLine.Source.OUT, Optional.empty(), "hello world");

    assertThat(on.log(id, FOLLOWED)).containsExactly(hello);
    assertThat(on.log(id, WHOLE_LOG)).containsExactly(hello);
    var none = new LogOptions(false, Optional.of(0), Optional.empty(), Optional.empty(), false);
    assertThat(on.log(id, none)).isEmpty();
    var timed = new LogOptions(false, Optional.of(1), Optional.empty(), Optional.empty(), true);
    assertThat(on.log(id, timed).getFirst().time()).isPresent();
  }

  @Test
  void aCommandInAContainerGivesOutputAndExitCode() throws InterruptedException {
    ContainerId id = on.started("web", "sleep", "600");

    assertThat(engine.exec(id, Specs.hook("echo", "hello")))
        .isEqualTo(new ExecResult(0, "hello\n"));
    assertThat(engine.exec(id, Specs.hook("false")).exitCode()).isEqualTo(1);
    engine.stopContainer(id, AT_ONCE);
    Trial.refused(Kind.CONFLICT, () -> engine.exec(id, Specs.hook("true")));
  }

  @Test
  void anInterruptEndsACall() throws Exception {
    ContainerId id = on.started("web", "sleep", "600");
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    Thread follower =
        Thread.ofPlatform()
            .start(() -> {
              begun.countDown();
              try {
                engine.logs(id, FOLLOWED, _ -> {});
                end.complete(new AssertionError("the log ended"));
              } catch (InterruptedException | EngineException e) {
                end.complete(e);
              }
            });
    begun.await();
    follower.interrupt();

    assertThat(end.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(on.only().status().state()).isEqualTo(State.RUNNING);
  }
}
