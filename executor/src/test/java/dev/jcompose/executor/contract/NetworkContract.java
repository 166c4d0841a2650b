package dev.jcompose.executor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Ipam;
import dev.jcompose.model.Network;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.NetworkAttributes;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Networks, and the containers on them.
interface NetworkContract {
  /// The engine that is tried.
  Trial on();

  @Test
  default void networksAreFoundByLabelAndByExactName() throws InterruptedException {
    on().engine().createNetwork(on().specs().network("front"), on().specs().networkLabels("front"));
    on().engine().createNetwork(on().specs().network("back"), on().specs().networkLabels("back"));
    String front = on().specs().network("front").name();

    assertThat(on().engine().networks(on().specs().project()))
        .extracting(network -> network.name())
        .containsExactly(on().specs().network("back").name(), front);
    var found = on().engine().network(front).orElseThrow();
    assertThat(found.labels()).containsAllEntriesOf(on().specs().networkLabels("front"));
    assertThat(on().engine().network(found.id().substring(0, 12))).isEmpty();
    assertThat(on().engine().network(front + "0")).isEmpty();
  }

  @Test
  default void itIsSeenWhatANetworkWasMadeWith() throws InterruptedException {
    var plain = on().specs().network("front");
    var pool =
        new Ipam.Pool(
            Optional.of("10.213.77.0/29"),
            Optional.of("10.213.77.6"),
            Optional.empty(),
            Ordered.map(),
            Extensions.NONE);
    var network =
        new Network(
            plain.key(),
            plain.name(),
            false,
            Optional.of("bridge"),
            Ordered.map(Map.of("com.docker.network.driver.mtu", "1400")),
            new Network.Reach(true, true, Optional.empty(), Optional.of(false)),
            Optional.of(new Ipam(Optional.empty(), List.of(pool), Ordered.map(), Extensions.NONE)),
            Ordered.map(),
            Extensions.NONE);
    on().engine().createNetwork(network, on().specs().networkLabels("front"));

    assertThat(on().engine().networks(on().specs().project()))
        .singleElement()
        .satisfies(found ->
            assertThat(found.attributes()).containsAllEntriesOf(NetworkAttributes.of(network)));
  }

  @Test
  default void aNetworkIsMadeOnceAndRemovedWhenNobodyIsOnIt() throws InterruptedException {
    on().engine().createNetwork(on().specs().network("front"), on().specs().networkLabels("front"));
    String name = on().specs().network("front").name();
    ContainerId id =
        on().create(
                on().specs()
                    .of(Specs.running(), List.of(), List.of(on().specs().endpoint("front"))));
    on().engine().startContainer(id);

    Trial.refused(
        Kind.CONFLICT,
        () ->
            on().engine()
                .createNetwork(on().specs().network("front"), on().specs().networkLabels("front")));
    Trial.refused(Kind.CONFLICT, () -> on().engine().removeNetwork(name))
        .withMessageContaining(name);

    on().engine().removeContainer(id, AnonymousVolumes.REMOVE);
    on().engine().removeNetwork(name);
    on().engine().removeNetwork(name);
    assertThat(on().engine().network(name)).isEmpty();
  }

  @Test
  default void aContainerJoinsAllItsNetworks() throws InterruptedException {
    on().engine().createNetwork(on().specs().network("front"), on().specs().networkLabels("front"));
    on().engine().createNetwork(on().specs().network("back"), on().specs().networkLabels("back"));
    var endpoints =
        List.of(on().specs().endpoint("front", "web"), on().specs().endpoint("back", "web"));

    ContainerId id = on().create(on().specs().of(Specs.running(), List.of(), endpoints));
    on().engine().startContainer(id);

    assertThat(on().only().endpoints())
        .containsOnlyKeys(
            on().specs().network("front").name(), on().specs().network("back").name());
    var network = on().engine().network(on().specs().network("back").name()).orElseThrow();
    assertThat(on().only().endpoints())
        .hasEntrySatisfying(
            network.name(), endpoint -> assertThat(endpoint.networkId()).isEqualTo(network.id()));
  }

  @Test
  default void aContainerIsConnectedAndDisconnected() throws InterruptedException {
    on().engine().createNetwork(on().specs().network("front"), on().specs().networkLabels("front"));
    on().engine().createNetwork(on().specs().network("back"), on().specs().networkLabels("back"));
    String back = on().specs().network("back").name();
    ContainerId id =
        on().create(
                on().specs()
                    .of(Specs.running(), List.of(), List.of(on().specs().endpoint("front"))));

    on().engine().startContainer(id);
    on().engine().connect(id, on().specs().endpoint("back"));
    assertThat(on().only().endpoints()).containsKey(back);

    on().engine().disconnect(id, back);
    on().engine().disconnect(id, back);
    assertThat(on().only().endpoints()).doesNotContainKey(back);
    Trial.refused(
        Kind.NOT_FOUND, () -> on().engine().connect(id, on().specs().endpoint("nowhere")));
  }
}
