package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.executor.fake.Calls.Trouble;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.planner.PlanOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A time limit is for all that is done, in however many plans.
@Timeout(60)
class TimeLimitTest {
  private final FakeEngine engine = new FakeEngine();

  private Outcome up(RunOptions options) throws InterruptedException {
    var project =
        Projects.of("services: {web: {image: busybox, network_mode: none, pull_policy: always}}");
    var result =
        new Reconciler(engine, Projects.HASHER, options)
            .reconcile(project, PlanOptions.Up.DEFAULTS, Reconciler.Audience.SILENT);
    return ((Reconciler.Result.Ended) result).outcome();
  }

  @Test
  void imagesThatComeBeforeThePlanCount() throws InterruptedException {
    assertThat(up(RunOptions.DEFAULT)).isEqualTo(new Outcome.Completed());
    engine.calls().before(Kind.PULL, 1, Trouble.hanging());

    var outcome = up(RunOptions.DEFAULT.withLimit(Duration.ofMillis(200)));

    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    assertThat(((Outcome.Stopped) outcome).failures().getFirst().message())
        .isEqualTo("not done when time was up");
  }
}
