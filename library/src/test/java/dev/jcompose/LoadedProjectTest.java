package dev.jcompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jcompose.executor.fake.Behaviour;
import dev.jcompose.executor.fake.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The library on an engine in memory.
@Timeout(30)
final class LoadedProjectTest {
  private final FakeEngine engine = new FakeEngine();
  @TempDir private Path folder;

  @BeforeEach
  void seed() {
    engine.hand().image("busybox");
  }

  private Compose compose(String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("compose.yaml"), yaml);
    return Compose.files(file)
        .environment(Map.of("XDG_STATE_HOME", folder.resolve("state").toString()))
        .projectName("shop")
        .connector(_ -> engine);
  }

  private static ComposeException failure(ComposeException.Reason reason, ThrowingCallable call) {
    var failure = assertThatExceptionOfType(ComposeException.class).isThrownBy(call).actual();
    assertThat(failure.reason()).isEqualTo(reason);
    return failure;
  }

  @Test
  void aPlanSaysWhatWouldBeDoneAndTouchesNothing() throws Exception {
    try (var project = compose("services: {web: {image: busybox}}").load()) {
      assertThat(project.plan().changes())
          .extracting(Change::toString)
          .containsExactly(
              "network shop_default, create, missing",
              "shop-web-1, create container, missing",
              "shop-web-1, start, missing");
      assertThat(engine.hand().containers()).isEmpty();
    }
  }

  @Test
  void upMakesThePlanEmptyAndDownRemovesAll() throws Exception {
    var heard = new ArrayList<Progress>();
    try (var project = compose("services: {web: {image: busybox}}").load()) {
      project.up(UpOptions.DEFAULTS.untilReady(), heard::add);
      assertThat(project.plan().isEmpty()).isTrue();
      assertThat(heard)
          .filteredOn(Progress.Done.class::isInstance)
          .extracting(progress -> progress.change().subject())
          .contains("network shop_default", "shop-web-1");
      project.down();
    }
    assertThat(engine.hand().containers()).isEmpty();
    assertThat(engine.hand().networks()).doesNotContain("shop_default");
  }

  @Test
  void closingLeavesTheContainersUnlessToldOtherwise() throws Exception {
    var compose = compose("services: {web: {image: busybox}}");
    try (var project = compose.load()) {
      project.up();
    }
    assertThat(engine.hand().containers()).containsExactly("shop-web-1");
    try (var project = compose.takingDown(DownOptions.DEFAULTS).load()) {
      assertThat(project.name()).isEqualTo("shop");
    }
    assertThat(engine.hand().containers()).isEmpty();
  }

  @Test
  void anInterruptedThreadStillTakesDownAndStaysInterrupted() throws Exception {
    var project =
        compose("services: {web: {image: busybox}}").takingDown(DownOptions.DEFAULTS).load();
    project.up();
    Thread.currentThread().interrupt();
    project.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(engine.hand().containers()).isEmpty();
  }

  @Test
  void allMistakesInFilesAreToldWithTheirPlaces() {
    var failure =
        failure(
            ComposeException.Reason.INVALID_FILES,
            () -> compose("services:\n  web: {image: 1}\n  db: {imag: x}\n").load());
    assertThat(failure.problems()).hasSize(3);
    assertThat(failure.problems().getFirst()).contains("compose.yaml:2:16: services.web.image");
  }

  @Test
  void aChangeThatFailsIsToldWithItsReason() throws Exception {
    engine.behave("web", Behaviour.doesNotStart("no such device"));
    try (var project = compose("services: {web: {image: busybox}}").load()) {
      var failure = failure(ComposeException.Reason.FAILED, project::up);
      assertThat(failure).hasMessageContaining("no such device");
    }
  }

  @Test
  void interruptingEndsUp() throws Exception {
    engine.behave("db", Behaviour.WAITS);
    var yaml = "services: {db: {image: busybox, healthcheck: {test: [CMD, x]}}}";
    var end = new ArrayList<Throwable>();
    try (var project = compose(yaml).load()) {
      var started = new CountDownLatch(1);
      var thread =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  project.up(
                      UpOptions.DEFAULTS.untilReady(),
                      progress -> {
                        if (progress.change().action().contains("wait")) {
                          started.countDown();
                        }
                      });
                } catch (InterruptedException interrupt) {
                  end.add(interrupt);
                }
              });
      started.await();
      thread.interrupt();
      thread.join();
    }
    assertThat(end).hasSize(1);
  }

  @Test
  void aCommandsOutputAndExitCodeComeBack() throws Exception {
    try (var project = compose("services: {web: {image: busybox}}").load()) {
      project.up();
      var web = project.service("web");
      assertThat(web.exec("echo", "hello")).isEqualTo(new CommandResult(0, "hello\n", ""));
      assertThat(web.exec("false").succeeded()).isFalse();
    }
  }

  @Test
  void logsAreReadSoFarAndToTheEnd() throws Exception {
    engine.behave("job", Behaviour.exits(4).logging("one", "two"));
    try (var project = compose("services: {job: {image: busybox}}").load()) {
      project.up();
      var job = project.service("job");
      assertThat(job.awaitExit()).isEqualTo(4);
      for (var which : List.of(Logs.SO_FAR, Logs.FOLLOWED)) {
        try (var log = job.logs(which)) {
          assertThat(log.map(LogEntry::text)).containsExactly("one", "two");
        }
      }
    }
  }

  @Test
  void anUnknownServiceAndAPortThatIsNotPublishedAreNamed() throws Exception {
    try (var project = compose("services: {web: {image: busybox}}").load()) {
      var unknown = failure(ComposeException.Reason.NOT_FOUND, () -> project.service("wob"));
      assertThat(unknown).hasMessage("no such service: wob");
      project.up();
      var port =
          failure(ComposeException.Reason.NOT_FOUND, () -> project.service("web").address(80));
      assertThat(port).hasMessage("no port 80/tcp of service web is published; none is");
    }
  }

  @Test
  void aProjectOfWhichOnlyTheNameIsKnownCanBeTakenDown() throws Exception {
    try (var project = compose("services: {web: {image: busybox}}").load()) {
      project.up();
    }
    var state = Map.of("XDG_STATE_HOME", folder.resolve("state").toString());
    try (var project = Compose.existing("shop").environment(state).connector(_ -> engine).load()) {
      assertThat(project.services()).containsExactly("web");
      var _ = failure(ComposeException.Reason.REFUSED, project::up);
      project.down();
    }
    assertThat(engine.hand().containers()).isEmpty();
  }

  @Test
  void labelsAreOnAllThatIsMade() throws Exception {
    var yaml = "services: {web: {image: busybox, volumes: [data:/data]}}\nvolumes: {data: {}}";
    try (var project = compose(yaml).label("owner", "me").load()) {
      project.up();
      assertThat(engine.hand().labels("shop-web-1")).containsEntry("owner", "me");
      assertThat(engine.network("shop_default").orElseThrow().labels())
          .containsEntry("owner", "me");
      assertThat(engine.volume("shop_data").orElseThrow().labels()).containsEntry("owner", "me");
    }
  }

  @Test
  void projectsAreFoundByALabel() throws Exception {
    var compose = compose("services: {web: {image: busybox}}").label("owner", "me");
    try (var project = compose.load()) {
      project.up();
      assertThat(compose.projectsLabelled("owner")).containsExactly(Map.entry("shop", "me"));
      assertThat(compose.projectsLabelled("dev.jcompose.invalid")).isEmpty();
    }
  }

  @Test
  void aProjectThatNobodyElseKnowsLeavesNoFile() throws Exception {
    var compose = compose("services: {web: {image: busybox}}");
    try (var project = compose.withoutLock().load()) {
      project.up();
    }
    assertThat(folder.resolve("state")).doesNotExist();
    try (var project = compose.load()) {
      project.up();
    }
    assertThat(folder.resolve("state/jcompose/locks")).isNotEmptyDirectory();
  }

  @Test
  void projectsOnSeveralEnginesComeUpSideBySide() throws Exception {
    var compose = compose("services: {web: {image: busybox}}");
    var engines = List.of(engine, new FakeEngine(), new FakeEngine());
    var threads = new ArrayList<Thread>();
    for (var each : engines) {
      each.hand().image("busybox");
      for (var name : List.of("one", "two")) {
        var work =
            new FutureTask<>(() -> {
              try (var project = compose.projectName(name).connector(_ -> each).load()) {
                project.up(UpOptions.DEFAULTS.untilReady());
              }
              return name;
            });
        threads.add(Thread.ofPlatform().start(work));
      }
    }
    for (var thread : threads) {
      thread.join();
    }
    assertThat(engines)
        .allSatisfy(each ->
            assertThat(each.hand().containers())
                .containsExactlyInAnyOrder("one-web-1", "two-web-1"));
  }
}
