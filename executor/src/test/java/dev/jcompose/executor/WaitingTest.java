package dev.jcompose.executor;

import static dev.jcompose.executor.Draft.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.Behaviour;
import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.executor.fake.Calls.Trouble;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.model.RestartPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.planner.Cause;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Operation.Awaited;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class WaitingTest {
  private static final Outcome COMPLETED = new Outcome.Completed();

  private final FakeEngine engine = new FakeEngine();
  private final Recorder events = new Recorder();

  /// Starts the service's container and waits for it.
  private Outcome upAndAwait(Service service, Awaited awaited) {
    var draft = new Draft();
    draft.await(service.name().value(), awaited, draft.up(service));
    return run(draft, RunOptions.DEFAULT);
  }

  private Outcome run(Draft draft, RunOptions options) {
    return new PlanRunner(engine, Projects.HASHER).run(PROJECT, draft.plan(), options, events);
  }

  private static Outcome.Failure onlyFailure(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    return ((Outcome.Stopped) outcome).failures().getFirst();
  }

  @Nested
  class ComesTrue {
    @Test
    void whenAHealthCheckPasses() {
      assertThat(upAndAwait(Services.checked("db"), Awaited.HEALTHY)).isEqualTo(COMPLETED);
    }

    @Test
    void withoutAHealthCheckAsSoonAsItRuns() {
      engine.behave("db", Behaviour.WAITS);
      assertThat(upAndAwait(Services.plain("db"), Awaited.HEALTHY)).isEqualTo(COMPLETED);
    }

    @Test
    void whenItEndedWell() {
      engine.behave("job", Behaviour.exits(0));
      assertThat(upAndAwait(Services.plain("job"), Awaited.COMPLETED)).isEqualTo(COMPLETED);
    }

    @Test
    void whenAOneShotServiceShouldBeReady() {
      engine.behave("job", Behaviour.exits(0));
      assertThat(upAndAwait(Services.checked("job"), Awaited.READY)).isEqualTo(COMPLETED);
    }

    @Test
    void afterTheRestartPolicyHasHelped() {
      engine.behave("job", Behaviour.exits(1).then(Behaviour.exits(1)).then(Behaviour.exits(0)));
      var policy = new RestartPolicy(RestartPolicy.Condition.ON_FAILURE, Optional.empty());
      assertThat(upAndAwait(Services.restarted("job", policy), Awaited.COMPLETED))
          .isEqualTo(COMPLETED);
    }

    @Test
    void evenBetweenTheLookAndTheWait() {
      engine.behave("db", Behaviour.WAITS);
      engine
          .calls()
          .after(
              Kind.INSPECT_CONTAINER, 1, () -> engine.hand().health("shop-db-1", Health.HEALTHY));
      assertThat(upAndAwait(Services.checked("db"), Awaited.HEALTHY)).isEqualTo(COMPLETED);
    }

    @Test
    void evenWhileTheStreamOfEventsIsBroken() {
      engine.behave("db", Behaviour.WAITS);
      engine
          .calls()
          .after(
              Kind.INSPECT_CONTAINER,
              1,
              () -> {
                engine.hand().breakStreams();
                engine.hand().health("shop-db-1", Health.HEALTHY);
              });
      assertThat(upAndAwait(Services.checked("db"), Awaited.HEALTHY)).isEqualTo(COMPLETED);
      assertThat(engine.calls().count(Kind.EVENTS)).isEqualTo(2);
    }
  }

  @Nested
  class OutlivesARestartOfTheEngine {
    @Test
    void whichDoesNotAnswerForAWhile() {
      engine.behave("db", Behaviour.WAITS);
      engine
          .calls()
          .after(
              Kind.INSPECT_CONTAINER,
              1,
              () -> {
                engine.hand().breakStreams();
                engine.hand().health("shop-db-1", Health.HEALTHY);
              });
      var silence = Trouble.failure(EngineException.Kind.UNREACHABLE, "no such socket");
      engine.calls().before(Kind.EVENTS, 2, silence);
      engine.calls().before(Kind.INSPECT_CONTAINER, 2, silence);

      assertThat(upAndAwait(Services.checked("db"), Awaited.HEALTHY)).isEqualTo(COMPLETED);
      assertThat(engine.calls().count(Kind.EVENTS)).isEqualTo(3);
    }

    @Test
    void butNotBeyondTheTimeLimit() {
      engine.behave("db", Behaviour.WAITS);
      var silence = Trouble.failure(EngineException.Kind.UNREACHABLE, "no such socket");
      for (int i = 1; i <= 50; i++) {
        engine.calls().before(Kind.EVENTS, i, silence);
      }
      var draft = new Draft();
      draft.await("db", Awaited.HEALTHY, draft.up(Services.checked("db")));

      Outcome outcome = run(draft, RunOptions.DEFAULT.withLimit(Duration.ofMillis(300)));

      assertThat(onlyFailure(outcome).message()).endsWith("no such socket");
    }
  }

  @Nested
  class CannotComeTrue {
    @ParameterizedTest
    @EnumSource(names = {"HEALTHY", "READY"})
    void whenTheHealthCheckFails(Awaited awaited) {
      engine.behave("db", Behaviour.unhealthy().logging("starting", "out of memory"));

      Outcome.Failure failure = onlyFailure(upAndAwait(Services.checked("db"), awaited));

      assertThat(failure.message()).isEqualTo("service db: container shop-db-1 is unhealthy");
      assertThat(failure.log())
          .containsExactly("health check: cannot connect", "starting", "out of memory");
    }

    @ParameterizedTest
    @EnumSource(names = {"HEALTHY", "READY", "COMPLETED"})
    void whenItExitsWithAnError(Awaited awaited) {
      engine.behave("db", Behaviour.exits(3).logging("no space left"));

      Outcome.Failure failure = onlyFailure(upAndAwait(Services.checked("db"), awaited));

      assertThat(failure.message()).isEqualTo("service db: container shop-db-1 exited with code 3");
      assertThat(failure.log()).containsExactly("no space left");
    }

    @Test
    void whenItIsRemoved() {
      engine.behave("db", Behaviour.WAITS);
      engine
          .calls()
          .after(
              Kind.INSPECT_CONTAINER,
              1,
              () ->
                  engine.removeContainer(
                      engine.hand().id("shop-db-1"), Operation.AnonymousVolumes.KEEP));
      assertThat(onlyFailure(upAndAwait(Services.checked("db"), Awaited.HEALTHY)).message())
          .isEqualTo("service db: container shop-db-1 was removed while it was waited for");
    }

    @Test
    void whenTheRestartPolicyGivesUp() {
      engine.behave("db", Behaviour.exits(1));
      var policy = new RestartPolicy(RestartPolicy.Condition.ON_FAILURE, Optional.of(2));
      assertThat(
              onlyFailure(upAndAwait(Services.restarted("db", policy), Awaited.COMPLETED))
                  .message())
          .isEqualTo("service db: container shop-db-1 exited with code 1");
    }

    @Test
    void whichDoesNotMatterIfItIsNotRequired() {
      engine.behave("cache", Behaviour.exits(1));
      var draft = new Draft();
      StepId await =
          draft.awaitIfItCan("cache", Awaited.COMPLETED, draft.up(Services.plain("cache")));
      draft.network("front", await);

      assertThat(run(draft, RunOptions.DEFAULT)).isEqualTo(COMPLETED);
      assertThat(events.lines()).containsSubsequence("tolerated " + await, "done #5");
    }

    @Test
    void whenTheEngineEndsEveryStream() {
      engine.behave("db", Behaviour.WAITS);
      for (int i = 1; i <= 20; i++) {
        engine.calls().after(Kind.EVENTS, i, () -> engine.hand().breakStreams());
      }
      assertThat(onlyFailure(upAndAwait(Services.checked("db"), Awaited.HEALTHY)).message())
          .endsWith("the engine ends its stream of events");
    }
  }

  @Nested
  class TimeIsUp {
    @Test
    void namesWhatIsStillAwaited() {
      engine.behave("db", Behaviour.WAITS.logging("recovering"));
      var draft = new Draft();
      draft.up(Services.checked("db"));
      run(draft, RunOptions.DEFAULT);

      var options = RunOptions.DEFAULT.withLimit(Duration.ofMillis(1));
      Outcome.Failure failure =
          onlyFailure(
              new PlanRunner(engine, Projects.HASHER)
                  .run(PROJECT, awaitExisting("shop-db-1"), options, events));

      assertThat(failure.message())
          .isEqualTo(
              "service db: container shop-db-1 did not become healthy in time:"
                  + " it is running, and its health check has not passed");
      assertThat(failure.log()).containsExactly("recovering");
    }

    @Test
    void cutsOffWhatHangs() {
      engine.calls().before(Kind.PULL, 1, Trouble.hanging());
      var draft = new Draft();
      draft.pull("web");
      var options = RunOptions.DEFAULT.withLimit(Duration.ofMillis(1));
      assertThat(onlyFailure(run(draft, options)).message()).isEqualTo("not done when time was up");
    }

    private Plan awaitExisting(String name) {
      var container = new ContainerRef.Existing(engine.hand().id(name), name);
      var await = new Operation.Await(container, Awaited.HEALTHY, true);
      return new Plan(
          List.of(new Step(new StepId(1), await, List.of(), new Cause.Requested())),
          List.of(),
          List.of());
    }
  }

  @Test
  void thereIsOneStreamForAllWaitsAndNoPolling() {
    var draft = new Draft();
    for (String service : List.of("a", "b", "c")) {
      draft.await(service, Awaited.HEALTHY, draft.up(Services.checked(service)));
    }
    assertThat(run(draft, RunOptions.DEFAULT)).isEqualTo(COMPLETED);
    assertThat(engine.calls().count(Kind.EVENTS)).isEqualTo(1);
    assertThat(engine.calls().count(Kind.INSPECT_CONTAINER)).isLessThanOrEqualTo(9);
    assertThat(engine.hand().openStreams()).isZero();
  }
}
