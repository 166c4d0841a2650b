package dev.jcompose.executor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.ContainerEvent;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.executor.ExecResult;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What is heard while containers run: events, health, logs, output of commands.
interface StreamContract {
  /// The engine that is tried.
  Trial on();

  @Test
  default void allThatHappensIsHeardOfInOrder() throws InterruptedException {
    Heard heard = new Heard();
    try (var stream = on().engine().events(on().specs().project(), heard)) {
      ContainerId id = on().create(on().specs().container("job", "false"));
      on().engine().startContainer(id);
      ContainerEvent died = heard.await("die");
      on().engine().removeContainer(id, AnonymousVolumes.REMOVE);
      heard.await("destroy");

      assertThat(stream.isOpen()).isTrue();
      assertThat(died.container()).isEqualTo(id);
      assertThat(died.attributes()).containsEntry("exitCode", "1");
      assertThat(died.attributes()).containsAllEntriesOf(on().specs().labels("job"));
      assertThat(heard.actions()).containsSubsequence("create", "start", "die", "destroy");
    }
  }

  @Test
  default void aClosedStreamIsSilent() throws InterruptedException {
    Heard closed = new Heard();
    var stream = on().engine().events(on().specs().project(), closed);
    stream.close();
    Heard open = new Heard();
    try (var _ = on().engine().events(on().specs().project(), open)) {
      on().create(on().specs().container("web", "true"));
      open.await("create");
    }
    assertThat(stream.isOpen()).isFalse();
    assertThat(closed.isSilent()).isTrue();
  }

  @Test
  default void healthIsHeardOfAndSeen() throws InterruptedException {
    Heard heard = new Heard();
    try (var _ = on().engine().events(on().specs().project(), heard)) {
      ContainerId id = on().create(on().specs().of(Specs.checked(Specs.running(), "CMD", "true")));
      on().engine().startContainer(id);
      assertThat(heard.await("health_status").attributes())
          .containsEntry("health_status", "healthy");

      assertThat(on().only().status().health()).isEqualTo(Health.HEALTHY);
      assertThat(on().engine().container(id).orElseThrow().status().health())
          .isEqualTo(Health.HEALTHY);
    }
  }

  @Test
  default void aFailingCheckMakesAContainerUnhealthy() throws InterruptedException {
    Heard heard = new Heard();
    try (var _ = on().engine().events(on().specs().project(), heard)) {
      on().engine()
          .startContainer(
              on().create(on().specs().of(Specs.checked(Specs.running(), "CMD", "false"))));
      assertThat(heard.await("health_status").attributes())
          .containsEntry("health_status", "unhealthy");
    }
    assertThat(on().only().status().health()).isEqualTo(Health.UNHEALTHY);
  }

  @Test
  default void aLogIsReadToTheEndOfTheContainer() throws InterruptedException {
    ContainerId id = on().started("job", "echo", "hello", "world");
    LogLine hello = new LogLine(LogLine.Source.OUT, Optional.empty(), "hello world");

    assertThat(on().log(id, LogOptions.FOLLOWED)).containsExactly(hello);
    assertThat(on().log(id, LogOptions.ALL)).containsExactly(hello);
    var none = new LogOptions(false, Optional.of(0), Optional.empty(), Optional.empty(), false);
    assertThat(on().log(id, none)).isEmpty();
    var timed = new LogOptions(false, Optional.of(1), Optional.empty(), Optional.empty(), true);
    assertThat(on().log(id, timed).getFirst().time()).isPresent();
  }

  @Test
  default void aCommandInAContainerGivesOutputAndExitCode() throws InterruptedException {
    ContainerId id = on().started("web", "sleep", "600");

    assertThat(on().engine().exec(id, Specs.hook("echo", "hello")))
        .isEqualTo(new ExecResult(0, "hello\n"));
    assertThat(on().engine().exec(id, Specs.hook("false")).exitCode()).isEqualTo(1);
    on().engine().stopContainer(id, Trial.AT_ONCE);
    Trial.refused(Kind.CONFLICT, () -> on().engine().exec(id, Specs.hook("true")));
  }

  @Test
  default void anInterruptEndsACall() throws Exception {
    ContainerId id = on().started("web", "sleep", "600");
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    Thread follower =
        Thread.ofPlatform()
            .start(() -> {
              begun.countDown();
              try {
                on().engine().logs(id, LogOptions.FOLLOWED, _ -> {});
                end.complete(new AssertionError("the log ended"));
              } catch (InterruptedException | EngineException e) {
                end.complete(e);
              }
            });
    begun.await();
    follower.interrupt();

    assertThat(end.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(on().only().status().state()).isEqualTo(State.RUNNING);
  }
}
