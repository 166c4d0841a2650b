package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.model.Project;
import dev.jcompose.planner.PlanOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two runs on one project that no lock keeps apart, as on two machines.
@Timeout(60)
class OvertakenTest {
  private static final Project SHOP =
      Projects.of("services: {web: {image: busybox, network_mode: none, scale: 2}}");

  private final FakeEngine engine = new FakeEngine();

  private Outcome reconcile(PlanOptions options) throws InterruptedException {
    var result =
        new Reconciler(engine, Projects.HASHER, RunOptions.DEFAULT.withParallelism(1))
            .reconcile(SHOP, options, Reconciler.Audience.SILENT);
    return ((Reconciler.Result.Ended) result).outcome();
  }

  @Test
  void whatAnotherRunHasMadeFirstIsPlannedAnew() throws InterruptedException {
    engine.hand().image("busybox");
    engine.calls().before(Kind.CREATE_CONTAINER, 1, () -> reconcile(PlanOptions.Up.DEFAULTS));

    assertThat(reconcile(PlanOptions.Up.DEFAULTS)).isEqualTo(new Outcome.Completed());

    assertThat(engine.hand().containers()).containsExactly("shop-web-1", "shop-web-2");
  }

  @Test
  void whatAnotherRunHasRemovedFirstIsNoLongerStopped() throws InterruptedException {
    engine.hand().image("busybox");
    var _ = reconcile(PlanOptions.Up.DEFAULTS);
    var down =
        new PlanOptions.Down(
            List.of(),
            PlanOptions.Orphans.REPORTED,
            PlanOptions.VolumeRemoval.KEPT,
            PlanOptions.ImageRemoval.NONE,
            Optional.empty());
    engine.calls().before(Kind.STOP_CONTAINER, 1, () -> reconcile(down));

    assertThat(reconcile(down)).isEqualTo(new Outcome.Completed());

    assertThat(engine.hand().containers()).isEmpty();
  }
}
