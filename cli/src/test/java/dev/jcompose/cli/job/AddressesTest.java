package dev.jcompose.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.PublishedPort;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a command learns of published ports.
final class AddressesTest {
  private static final String HERE = "unix:///var/run/docker.sock";

  private static PublishedPort port(int target, String protocol, String ip, int published) {
    return new PublishedPort(target, protocol, Optional.of(ip), Optional.of(published));
  }

  private static ObservedContainer container(String service, int number, PublishedPort... ports) {
    var labels = new LinkedHashMap<String, String>();
    labels.put(Labels.SERVICE, service);
    labels.put(Labels.CONTAINER_NUMBER, Integer.toString(number));
    return new ObservedContainer(
        new ContainerId("id" + number),
        "shop-" + service + "-" + number,
        new ObservedContainer.ContainerImage("web:1", new ImageId("sha256:1")),
        labels,
        new ContainerStatus(State.RUNNING, Health.NONE, Optional.empty(), "Up"),
        Ordered.map(),
        List.of(),
        List.of(ports),
        "web",
        Instant.EPOCH,
        Optional.empty());
  }

  private static Stream<String> variables(String engine, ObservedContainer... containers) {
    return Addresses.of(new ProjectName("shop"), List.of(containers), engine)
        .variables()
        .entrySet()
        .stream()
        .map(variable -> variable.getKey() + "=" + variable.getValue());
  }

  @Test
  void replicasAfterTheFirstHaveTheirNumbers() {
    assertThat(
            variables(
                HERE,
                container("web", 10, port(80, "tcp", "0.0.0.0", 32770)),
                container("web", 2, port(80, "tcp", "0.0.0.0", 32769)),
                container("web", 1, port(80, "tcp", "0.0.0.0", 32768))))
        .containsExactly(
            "WEB_HOST=127.0.0.1",
            "WEB_PORT_80=32768",
            "WEB_2_HOST=127.0.0.1",
            "WEB_2_PORT_80=32769",
            "WEB_10_HOST=127.0.0.1",
            "WEB_10_PORT_80=32770");
  }

  @Test
  void eachProtocolHasItsOwnVariable() {
    assertThat(
            variables(
                HERE,
                container(
                    "my-dns.v2",
                    1,
                    port(53, "udp", "127.0.0.2", 5300),
                    port(53, "tcp", "127.0.0.2", 5301))))
        .containsExactly(
            "MY_DNS_V2_HOST=127.0.0.2", "MY_DNS_V2_PORT_53=5301", "MY_DNS_V2_PORT_53_UDP=5300");
  }

  @Test
  void ofTwoFamiliesTheOlderCounts() {
    assertThat(
            variables(
                HERE,
                container("web", 1, port(80, "tcp", "0.0.0.0", 8080), port(80, "tcp", "::", 8081)),
                container("six", 1, port(80, "tcp", "::1", 8082))))
        .containsExactly(
            "SIX_HOST=::1", "SIX_PORT_80=8082", "WEB_HOST=127.0.0.1", "WEB_PORT_80=8080");
  }

  @Test
  void whatIsNotPublishedHasNone() {
    var exposed = new PublishedPort(80, "tcp", Optional.empty(), Optional.empty());
    assertThat(variables(HERE, container("web", 1, exposed))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://docker:2376, docker",
    "tcp://10.0.0.7:2375, 10.0.0.7",
    "tcp://[fd00::7]:2375, fd00::7",
    "ssh://me@build.example, build.example",
    "ssh://build.example:22/run/docker.sock, build.example",
    "unix:///run/docker.sock, 127.0.0.1",
    "npipe:////./pipe/docker_engine, 127.0.0.1"
  })
  void portsOnAllAddressesAreAtTheEnginesHost(String engine, String host) {
    assertThat(variables(engine, container("web", 1, port(80, "tcp", "0.0.0.0", 80))))
        .contains("WEB_HOST=" + host);
  }
}
