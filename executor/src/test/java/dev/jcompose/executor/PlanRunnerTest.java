package dev.jcompose.executor;

import static dev.jcompose.executor.Draft.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.executor.fake.Behaviour;
import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.executor.fake.Calls.Trouble;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Operation.Awaited;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlanRunnerTest {
  private final FakeEngine engine = new FakeEngine();
  private final Draft draft = new Draft();
  private final Recorder events = new Recorder();

  private Outcome run() {
    return run(RunOptions.DEFAULT);
  }

  private Outcome run(RunOptions options) {
    return new PlanRunner(engine, Projects.HASHER).run(PROJECT, draft.plan(), options, events);
  }

  private static Trouble meet(CyclicBarrier barrier) {
    return () -> {
      try {
        barrier.await();
      } catch (BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static List<Integer> numbers(List<Step> steps) {
    return steps.stream().map(Step::id).map(StepId::value).toList();
  }

  @Nested
  class Order {
    @Test
    void anEmptyPlanIsCompletedWithoutACall() {
      assertThat(run()).isEqualTo(new Outcome.Completed());
      assertThat(engine.calls().log()).isEmpty();
    }

    @Test
    void stepsBeginWhenWhatTheyDependOnIsDone() {
      StepId pull = draft.pull("web");
      StepId net = draft.network("front");
      draft.start("web", draft.create(Services.plain("web"), pull, net));

      assertThat(run()).isEqualTo(new Outcome.Completed());
      assertThat(events.lines())
          .containsSubsequence("started #1", "done #1", "started #3", "done #3", "started #4")
          .containsSubsequence("started #2", "done #2", "started #3")
          .endsWith("done #4")
          .hasSize(10);
      assertThat(engine.hand().containers()).containsExactly("shop-web-1");
    }

    @Test
    void independentStepsRunSideBySide() {
      var barrier = new CyclicBarrier(3);
      for (int i = 1; i <= 3; i++) {
        draft.network("n" + i);
        engine.calls().before(Kind.CREATE_NETWORK, i, meet(barrier));
      }
      assertThat(run()).isEqualTo(new Outcome.Completed());
    }

    @Test
    void thereAreNoMoreCallsAtOnceThanAllowed() {
      var barrier = new CyclicBarrier(2);
      for (int i = 1; i <= 6; i++) {
        draft.network("n" + i);
        engine.calls().before(Kind.CREATE_NETWORK, i, meet(barrier));
      }
      assertThat(run(RunOptions.DEFAULT.withParallelism(2))).isEqualTo(new Outcome.Completed());
      assertThat(engine.calls().peak()).isEqualTo(2);
    }

    @Test
    void aWaitKeepsNoCallFromRunning() {
      engine.behave("db", Behaviour.WAITS);
      StepId start = draft.up(Services.checked("db"));
      draft.await("db", Awaited.HEALTHY, start);
      draft.network("front", start);
      engine
          .calls()
          .after(Kind.CREATE_NETWORK, 1, () -> engine.hand().health("shop-db-1", Health.HEALTHY));

      assertThat(run(RunOptions.DEFAULT.withParallelism(1))).isEqualTo(new Outcome.Completed());
    }

    @Test
    void theImageOfAContainerIsWrittenIntoItsLabels() throws InterruptedException {
      draft.up(Services.plain("web"));
      run();
      var image = engine.image("busybox").orElseThrow().id();
      assertThat(engine.hand().labels("shop-web-1")).containsEntry(Labels.IMAGE, image.value());
    }

    @Test
    void aPullTellsHowFarItHasCome() {
      draft.pull("web");
      run();
      assertThat(events.lines())
          .containsExactly(
              "started #1",
              "transferring #1 Pulling from fake",
              "transferring #1 Pull complete",
              "done #1");
    }
  }

  @Nested
  class Failure {
    @Test
    void afterAFailureNothingBeginsAndDependantsNameIt() {
      engine.calls().before(Kind.CREATE_NETWORK, 1, refusal("no more subnets"));
      StepId first = draft.network("n1");
      StepId second = draft.network("n2", first);
      draft.network("n3", second);
      StepId other = draft.network("other", first);
      draft.network("unrelated", other);

      var outcome = (Outcome.Stopped) run();

      assertThat(outcome.failures())
          .extracting(Outcome.Failure::message)
          .containsExactly("no more subnets");
      assertThat(numbers(outcome.notDone())).containsExactly(2, 3, 4, 5);
      assertThat(events.lines())
          .containsExactly(
              "started #1",
              "failed #1",
              "skipped #2 because of #1",
              "skipped #3 because of #1",
              "skipped #4 because of #1",
              "skipped #5 because of #1");
    }

    @Test
    void whatRunsIsWaitedFor() {
      var gate = new CountDownLatch(1);
      engine.calls().before(Kind.CREATE_NETWORK, 1, gate::await);
      engine.calls().before(Kind.PULL, 1, refusal("no such image"));
      StepId running = draft.network("front");
      draft.pull("web");
      draft.network("back", running);
      events.on("failed #2", gate::countDown);

      var outcome = (Outcome.Stopped) run();

      assertThat(outcome.failures()).hasSize(1);
      assertThat(events.lines()).contains("done #1", "skipped #3");
      assertThat(engine.hand().networks()).containsExactly("shop_front");
    }

    @Test
    void waitsAreGivenUp() {
      engine.behave("db", Behaviour.WAITS);
      StepId start = draft.up(Services.checked("db"));
      StepId await = draft.await("db", Awaited.HEALTHY, start);
      draft.network("front", start);
      var waiting = new CountDownLatch(1);
      engine.calls().after(Kind.INSPECT_CONTAINER, 1, waiting::countDown);
      engine
          .calls()
          .before(
              Kind.CREATE_NETWORK,
              1,
              () -> {
                waiting.await();
                refusal("no more subnets").strike();
              });

      var outcome = (Outcome.Stopped) run();

      assertThat(outcome.failures()).hasSize(1);
      assertThat(events.lines()).contains("started " + await, "skipped " + await);
      assertThat(engine.hand().openStreams()).isZero();
    }

    @Test
    void aContainerThatCannotStartIsNamedWithItsServiceAndTheEnginesWords() {
      engine.behave("web", Behaviour.doesNotStart("port 80 is already allocated"));
      draft.up(Services.plain("web"));

      var outcome = (Outcome.Stopped) run();

      assertThat(outcome.failures().getFirst().message())
          .isEqualTo(
              "service web: cannot start container \"shop-web-1\": port 80 is already allocated");
    }

    @Test
    void aTakenNameSaysWhatToDo() {
      draft.up(Services.plain("web"));
      run();
      var outcome = (Outcome.Stopped) run();
      assertThat(outcome.failures().getFirst().message())
          .isEqualTo(
              "service web: the container name \"shop-web-1\" is already in use."
                  + " Another run has made it just now; run the command again.");
      assertThat(outcome.wasOvertaken()).isTrue();
    }

    @Test
    void aNetworkThatAnotherRunHasMadeIsTaken() {
      draft.network("front");
      run();
      assertThat(run()).isEqualTo(new Outcome.Completed());
    }

    @Test
    void tidyingUpWhatIsStillInUseIsNoFailure() throws InterruptedException {
      draft.up(Services.plain("web"));
      run();
      String image = engine.image("busybox").orElseThrow().id().value();
      var tidying = new Draft();
      tidying.add(new Operation.RemoveImage(image));

      var outcome = run(tidying.plan());

      assertThat(outcome).isEqualTo(new Outcome.Completed());
      assertThat(events.lines()).endsWith("tolerated #1");
    }

    @Test
    void aBugInAStepIsNotHidden() {
      engine
          .calls()
          .before(
              Kind.CREATE_NETWORK,
              1,
              () -> {
                throw new UnsupportedOperationException("a bug");
              });
      draft.network("front");
      assertThatThrownBy(PlanRunnerTest.this::run)
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("a bug");
    }

    private Outcome run(Plan plan) {
      return new PlanRunner(engine, Projects.HASHER).run(PROJECT, plan, RunOptions.DEFAULT, events);
    }

    private Outcome run() {
      return PlanRunnerTest.this.run();
    }

    private static Trouble refusal(String words) {
      return Trouble.failure(EngineException.Kind.OTHER, words);
    }
  }

  @Nested
  class Interrupt {
    @Test
    void beforeTheStartLeavesEverythingUndone() {
      draft.network("front");
      Thread.currentThread().interrupt();

      var outcome = (Outcome.Interrupted) run();

      assertThat(numbers(outcome.notDone())).containsExactly(1);
      assertThat(events.lines()).containsExactly("skipped #1");
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void letsShortCallsEnd() {
      var gate = new CountDownLatch(1);
      engine.calls().before(Kind.CREATE_NETWORK, 1, gate::await);
      engine.calls().before(Kind.PULL, 1, Trouble.hanging());
      draft.network("front");
      draft.pull("web");
      events.interruptOn("started #2").on("failed #2", gate::countDown);

      var outcome = (Outcome.Interrupted) run();

      assertThat(numbers(outcome.notDone())).containsExactly(2);
      assertThat(engine.hand().networks()).containsExactly("shop_front");
    }

    @Test
    void cutsShortCallsOffWhenTheyHang() {
      engine.calls().before(Kind.CREATE_NETWORK, 1, Trouble.hanging());
      draft.network("front");
      events.interruptOn("started #1");

      assertThat(run(RunOptions.DEFAULT.withGrace(Duration.ZERO)))
          .isInstanceOf(Outcome.Interrupted.class);
      assertThat(events.lines()).containsExactly("started #1", "failed #1");
    }

    @Test
    void givenTwiceCutsEverythingOff() {
      engine.calls().before(Kind.CREATE_NETWORK, 1, Trouble.hanging());
      engine.calls().before(Kind.PULL, 1, Trouble.hanging());
      draft.network("front");
      draft.pull("web");
      events.interruptOn("started #2").interruptOn("failed #2");

      assertThat(run(RunOptions.DEFAULT.withGrace(Duration.ofDays(1))))
          .isInstanceOf(Outcome.Interrupted.class);
    }

    @Test
    void givesWaitsUp() {
      engine.behave("db", Behaviour.WAITS);
      StepId await = draft.await("db", Awaited.HEALTHY, draft.up(Services.checked("db")));
      events.interruptOn("started " + await);

      var outcome = (Outcome.Interrupted) run();

      assertThat(numbers(outcome.notDone())).containsExactly(await.value());
      assertThat(engine.hand().openStreams()).isZero();
    }
  }
}
