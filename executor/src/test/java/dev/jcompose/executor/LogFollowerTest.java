package dev.jcompose.executor;

import static dev.jcompose.executor.Draft.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.Behaviour;
import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.executor.fake.Calls.Trouble;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogFollowerTest {
  private static final LogOptions NOTHING_PAST = LogOptions.tail(0);

  private final FakeEngine engine = new FakeEngine();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<String> exits = new CopyOnWriteArrayList<>();

  private LogFollower follow(LogOptions options) throws InterruptedException {
    return LogFollower.open(
        engine, PROJECT, _ -> true, options, this::heard, new ExitWatch.Listener() {});
  }

  private void heard(ObservedContainer container, LogLine line) {
    lines.add(container.name() + ": " + line.text());
  }

  private void up(String... services) {
    var draft = new Draft();
    for (String service : services) {
      draft.up(Services.plain(service));
    }
    var outcome =
        new PlanRunner(engine, Projects.HASHER)
            .run(PROJECT, draft.plan(), RunOptions.DEFAULT, _ -> {});
    assertThat(outcome).isEqualTo(new Outcome.Completed());
  }

  private void remember(List<ExitWatch.Exit> ended) {
    ended.forEach(exit -> exits.add(exit.container().name() + " " + exit.exitCode()));
  }

  @Test
  void anEngineThatRestartsIsWaitedFor() throws InterruptedException {
    engine.behave("web", Behaviour.WAITS.logging("hello"));
    up("web");
    var silence = Trouble.failure(EngineException.Kind.UNREACHABLE, "no such socket");
    engine.calls().before(Kind.EVENTS, 2, silence);
    engine.calls().before(Kind.LIST_CONTAINERS, 2, silence);
    try (var watch = ExitWatch.open(engine, PROJECT, _ -> true, new ExitWatch.Listener() {})) {
      engine.hand().breakStreams();
      engine.hand().end("shop-web-1", 4);
      remember(watch.awaitEnd());
    }
    assertThat(exits).containsExactly("shop-web-1 4");
    assertThat(engine.hand().openStreams()).isZero();
  }

  @Test
  void aWatchThatIsClosedGivesWhatHasEndedBefore() throws InterruptedException {
    engine.behave("web", Behaviour.WAITS);
    up("web");
    var watch = ExitWatch.open(engine, PROJECT, _ -> true, new ExitWatch.Listener() {});
    watch.close();

    assertThat(watch.awaitEnd()).isEmpty();
  }

  @Test
  void containersThatComeLaterAreFollowedToTheirEnd() throws InterruptedException {
    engine.behave("web", Behaviour.exits(3).logging("hello", "bye"));
    try (var follower = follow(NOTHING_PAST)) {
      up("web");
      remember(follower.awaitEnd());
    }
    assertThat(lines).containsExactly("shop-web-1: hello", "shop-web-1: bye");
    assertThat(exits).containsExactly("shop-web-1 3");
    assertThat(engine.hand().openStreams()).isZero();
  }

  @Test
  void whatTheEngineHasLeftOutIsToldWhenTheContainerEnds() throws InterruptedException {
    engine.behave("web", Behaviour.WAITS.logging("hello"));
    up("web");
    var told = new CountDownLatch(1);
    LogListener listener =
        (container, line) -> {
          heard(container, line);
          told.countDown();
        };
    try (var follower =
        LogFollower.open(
            engine, PROJECT, _ -> true, LogOptions.ALL, listener, new ExitWatch.Listener() {})) {
      told.await();
      engine.hand().endLogs().write("shop-web-1", "bye").end("shop-web-1", 0);
      remember(follower.awaitEnd());
    }
    assertThat(lines).containsExactly("shop-web-1: hello", "shop-web-1: bye");
  }

  @Test
  void aLogWithNothingInTheTimeAskedForStaysSilent() throws InterruptedException {
    engine.behave("web", Behaviour.WAITS.logging("long ago"));
    up("web");
    var later = Optional.of(Instant.now().plusSeconds(3600));
    try (var follower =
        follow(new LogOptions(true, Optional.empty(), later, Optional.empty(), false))) {
      engine.hand().end("shop-web-1", 0);
      remember(follower.awaitEnd());
    }
    assertThat(lines).isEmpty();
  }

  @Test
  void thePastIsToldAsAsked() throws InterruptedException {
    engine.behave("web", Behaviour.exits(0).logging("one", "two", "three"));
    up("web");
    engine.hand().awaitSettled();
    try (var follower = follow(LogOptions.tail(2))) {
      assertThat(follower.awaitEnd()).isEmpty();
    }
    assertThat(lines).containsExactly("shop-web-1: two", "shop-web-1: three");
  }

  @Test
  void aRestartedContainerIsFollowedFromWhereItStopped() throws InterruptedException {
    engine.behave(
        "web", Behaviour.exits(0).logging("past").then(Behaviour.exits(1).logging("present")));
    up("web");
    engine.hand().awaitSettled();
    try (var follower = follow(NOTHING_PAST)) {
      engine.startContainer(engine.hand().id("shop-web-1"));
      remember(follower.awaitEnd());
    }
    assertThat(lines).containsExactly("shop-web-1: present");
    assertThat(exits).containsExactly("shop-web-1 1");
  }

  @Test
  void aLogIsFollowedFromAPosition() throws InterruptedException {
    engine.behave("web", Behaviour.WAITS);
    up("web");
    engine.hand().write("shop-web-1", "one").write("shop-web-1", "two");
    var id = engine.hand().id("shop-web-1");
    var positions = new LinkedHashMap<ContainerId, LogPosition>();
    LogListener noting =
        (_, line) -> {
          var time = Instant.parse(line.time().orElseThrow());
          positions.merge(id, new LogPosition(time, 1), (known, _) -> known.after(time));
        };
    var withTimes = new LogOptions(true, Optional.of(1), Optional.empty(), Optional.empty(), true);
    new MergedLogs(engine).read(engine.containers(PROJECT), withTimes, noting);
    engine.hand().write("shop-web-1", "three").write("shop-web-1", "four");

    var nobody = new ExitWatch.Listener() {};
    try (var follower =
        LogFollower.open(engine, PROJECT, _ -> true, withTimes, this::heard, positions, nobody)) {
      engine.hand().end("shop-web-1", 0);
      remember(follower.awaitEnd());
    }
    assertThat(lines).containsExactly("shop-web-1: three", "shop-web-1: four");
  }

  @Test
  void containersThatAreReplacedDoNotEndAWatchThatIsHeld() throws InterruptedException {
    engine.behave("web", Behaviour.WAITS);
    up("web");
    try (var follower = follow(NOTHING_PAST)) {
      var hold = follower.hold();
      var end = new FutureTask<>(follower::awaitEnd);
      Thread.ofVirtual().start(end);
      engine.hand().end("shop-web-1", 0);
      engine.startContainer(engine.hand().id("shop-web-1"));
      hold.close();
      engine.hand().write("shop-web-1", "again").end("shop-web-1", 5);
      remember(resultOf(end));
    }
    assertThat(lines).containsExactly("shop-web-1: again");
    assertThat(exits).containsExactly("shop-web-1 5");
  }

  private static <T> T resultOf(FutureTask<T> task) throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void itGoesOnAfterTheStreamOfEventsBroke() throws InterruptedException {
    engine.behave("web", Behaviour.WAITS.logging("hello"));
    up("web");
    try (var follower = follow(LogOptions.ALL)) {
      engine.hand().breakStreams();
      engine.hand().end("shop-web-1", 0);
      remember(follower.awaitEnd());
    }
    assertThat(exits).containsExactly("shop-web-1 0");
    assertThat(lines).containsExactly("shop-web-1: hello");
  }

  @Test
  void nothingIsReadThatStartsWhileItIsClosed() throws InterruptedException {
    var read = new AtomicBoolean();
    engine.calls().before(Kind.LOGS, 1, () -> read.set(true));
    var opened = new CompletableFuture<LogFollower>();
    var closing =
        new ExitWatch.Listener() {
          @Override
          public void started(ObservedContainer container) {
            opened.join().close();
          }
        };
    var follower =
        LogFollower.open(engine, PROJECT, _ -> true, LogOptions.ALL, this::heard, closing);
    opened.complete(follower);
    up("web");
    assertThat(follower.awaitEnd()).isEmpty();
    assertThat(read).isFalse();
    assertThat(engine.hand().openStreams()).isZero();
  }

  @Test
  void anInterruptedWaitMayBeTakenUpAgain() throws InterruptedException {
    up("web");
    var running = new CountDownLatch(1);
    var listener =
        new ExitWatch.Listener() {
          @Override
          public void started(ObservedContainer container) {
            running.countDown();
          }
        };
    try (var watch = ExitWatch.open(engine, PROJECT, _ -> true, listener)) {
      running.await();
      Thread.currentThread().interrupt();
      boolean interrupted = false;
      try {
        remember(watch.awaitEnd());
      } catch (InterruptedException _) {
        interrupted = true;
      }
      assertThat(interrupted).isTrue();
      engine.stopContainer(engine.hand().id("shop-web-1"), Optional.empty());
      remember(watch.awaitEnd());
    }
    assertThat(exits).containsExactly("shop-web-1 137");
  }

  @Test
  void logsAreMergedByTime() throws InterruptedException {
    engine.behave("a", Behaviour.WAITS).behave("b", Behaviour.WAITS);
    up("a", "b");
    engine.hand().write("shop-a-1", "1").write("shop-b-1", "2");
    engine.hand().write("shop-b-1", "3").write("shop-a-1", "4");

    new MergedLogs(engine).read(engine.containers(PROJECT), LogOptions.ALL, this::heard);

    assertThat(lines).containsExactly("shop-a-1: 1", "shop-b-1: 2", "shop-b-1: 3", "shop-a-1: 4");
  }

  @Test
  void aLogThatCannotBeReadIsReported() throws InterruptedException {
    engine.behave("a", Behaviour.exits(0).logging("fine"));
    engine.behave("b", Behaviour.exits(0));
    up("a", "b");
    engine
        .calls()
        .before(
            Kind.LOGS,
            1,
            () -> {
              throw new EngineException(EngineException.Kind.OTHER, "no such driver");
            });
    var failed = new CopyOnWriteArrayList<String>();
    var listener =
        new LogListener() {
          @Override
          public void wrote(ObservedContainer container, LogLine line) {}

          @Override
          public void failed(ObservedContainer container, EngineException failure) {
            failed.add(failure.getMessage());
          }
        };
    new MergedLogs(engine).read(engine.containers(PROJECT), LogOptions.ALL, listener);
    assertThat(failed).containsExactly("no such driver");
  }
}
