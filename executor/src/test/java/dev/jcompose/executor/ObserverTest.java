package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.executor.fake.Calls.Trouble;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedNetwork;
import dev.jcompose.planner.ObservedVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ObserverTest {
  private static final String SCALED =
      """
      services:
        web: {image: busybox, scale: %d, environment: {DEBUG: "%d"}, volumes: [data:/data]}
      volumes: {data: {}}
      """;

  private final FakeEngine engine = new FakeEngine();
  private final Observer observer = new Observer(engine, Projects.HASHER);

  private int callsToObserve(String yaml) throws InterruptedException {
    int before = engine.calls().log().size();
    var _ = observer.observe(Projects.of(yaml));
    return engine.calls().log().size() - before;
  }

  @Test
  void unchangedContainersCostNoCall() throws InterruptedException {
    new Law(engine).holds(Projects.of(SCALED.formatted(1, 1)));
    int calls = callsToObserve(SCALED.formatted(1, 1));
    new Law(engine).holds(Projects.of(SCALED.formatted(9, 1)));

    assertThat(callsToObserve(SCALED.formatted(9, 1))).isEqualTo(calls).isEqualTo(4);
  }

  @Test
  void changedContainersAreLookedAt() throws InterruptedException {
    new Law(engine).holds(Projects.of(SCALED.formatted(2, 1)));
    var observed = observer.observe(Projects.of(SCALED.formatted(2, 0)));
    assertThat(observed.containers())
        .extracting(container -> container.details().isPresent())
        .containsExactly(true, true);
    assertThat(observed.containers())
        .extracting(ObservedContainer::name)
        .containsExactly("shop-web-1", "shop-web-2");
  }

  @Test
  void whatTheProjectUsesAndDoesNotOwnIsFoundByName() throws InterruptedException {
    engine.hand().network("shared").volume("shared").volume("unrelated");
    var observed = observer.observe(Shapes.named("not ours"));
    assertThat(observed.networks()).extracting(ObservedNetwork::name).containsExactly("shared");
    assertThat(observed.volumes()).extracting(ObservedVolume::name).containsExactly("shared");
  }

  @Test
  void aNameAloneIsEnough() throws InterruptedException {
    new Law(engine).holds(Projects.of(SCALED.formatted(2, 1)));
    var observed = observer.observeByName(Draft.PROJECT);
    assertThat(observed.containers()).hasSize(2);
    assertThat(observed.networks()).hasSize(1);
    assertThat(observed.volumes()).hasSize(1);
  }

  @Test
  void aFailureCutsTheOtherCallsOff() {
    engine.calls().before(Kind.LIST_CONTAINERS, 1, Trouble.hanging());
    engine
        .calls()
        .before(
            Kind.LIST_NETWORKS,
            1,
            Trouble.failure(EngineException.Kind.UNREACHABLE, "nobody answers"));
    assertThatThrownBy(() -> observer.observeByName(Draft.PROJECT))
        .isInstanceOf(EngineException.class)
        .hasMessage("nobody answers");
  }
}
