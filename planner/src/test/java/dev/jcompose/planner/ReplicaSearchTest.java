package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which container somebody means who names a service.
class ReplicaSearchTest {
  private static ObservedContainer container(
      String name, ContainerStatus.State state, Map<String, String> labels) {
    var all = new LinkedHashMap<>(labels);
    all.put(Labels.SERVICE, "web");
    return new ObservedContainer(
        new ContainerId(name),
        name,
        new ObservedContainer.ContainerImage("i", new ImageId("sha256:1")),
        Ordered.map(all),
        World.status(state, ContainerStatus.Health.NONE, Optional.empty()),
        Ordered.map(),
        List.of(),
        List.of(),
        "",
        Instant.EPOCH,
        Optional.empty());
  }

  @Test
  void runningOnesComeFirstThenReplicasThenByNumber() {
    var containers =
        List.of(
            container(
                "shop-web-1", ContainerStatus.State.EXITED, Map.of(Labels.CONTAINER_NUMBER, "1")),
            container(
                "shop-web-run-a", ContainerStatus.State.RUNNING, Map.of(Labels.ONE_OFF, "True")),
            container(
                "shop-web-10",
                ContainerStatus.State.RUNNING,
                Map.of(Labels.CONTAINER_NUMBER, "10")),
            container(
                "shop-web-2", ContainerStatus.State.RUNNING, Map.of(Labels.CONTAINER_NUMBER, "2")),
            container(
                "shop-web-hook", ContainerStatus.State.RUNNING, Map.of(Labels.HOOK, "pre_start")));
    assertThat(ReplicaSearch.of(new ServiceName("web"), containers))
        .extracting(ObservedContainer::name)
        .containsExactly("shop-web-2", "shop-web-10", "shop-web-run-a", "shop-web-1");
    assertThat(ReplicaSearch.of(new ServiceName("db"), containers)).isEmpty();
  }
}
