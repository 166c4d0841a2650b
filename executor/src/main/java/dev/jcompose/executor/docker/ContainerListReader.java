package dev.jcompose.executor.docker;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Orders;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedEndpoint;
import dev.jcompose.planner.ObservedMount;
import dev.jcompose.planner.PublishedPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a container from the engine's list.
///
/// Its image is the reference it was created from, unless that means another image by now: then the
/// engine lists the id.
final class ContainerListReader {
  private static final Pattern EXIT_CODE = Pattern.compile("^(?:Exited|Restarting) \\((-?\\d+)\\)");
  private static final Comparator<PublishedPort> PORT_ORDER =
      Orders.inTurn(
          Orders.by(PublishedPort::target),
          Orders.by(PublishedPort::protocol),
          Orders.by(port -> port.hostIp().orElse("")),
          Orders.by(port -> port.published().orElse(0)));

  private ContainerListReader() {}

  static ObservedContainer read(JsonValue container) {
    return new ObservedContainer(
        new ContainerId(container.path("Id").asText()),
        name(Json.texts(container.path("Names"))),
        new ObservedContainer.ContainerImage(
            container.path("Image").asText(), new ImageId(container.path("ImageID").asText())),
        Json.map(container.path("Labels")),
        status(container.path("State").asText(), container.path("Status").asText()),
        endpoints(container.path("NetworkSettings").path("Networks")),
        mounts(container.path("Mounts")),
        ports(container.path("Ports")),
        container.path("Command").asText(),
        Instant.ofEpochSecond(container.path("Created").asLong()),
        Optional.empty());
  }

  /// Links add names such as `/web/db`; its own has one slash only.
  private static String name(List<String> names) {
    return names.stream()
        .filter(name -> name.lastIndexOf('/') == 0)
        .findFirst()
        .map(name -> name.substring(1))
        .orElse("");
  }

  private static ContainerStatus status(String state, String text) {
    Matcher exited = EXIT_CODE.matcher(text);
    return new ContainerStatus(
        State.of(state),
        health(text),
        exited.find() ? Optional.of(Integer.valueOf(exited.group(1))) : Optional.empty(),
        text);
  }

  private static Health health(String text) {
    if (text.endsWith("(healthy)")) {
      return Health.HEALTHY;
    }
    if (text.endsWith("(unhealthy)")) {
      return Health.UNHEALTHY;
    }
    return text.endsWith("(health: starting)") ? Health.STARTING : Health.NONE;
  }

  static SequencedMap<String, ObservedEndpoint> endpoints(JsonValue networks) {
    SequencedMap<String, ObservedEndpoint> endpoints = new LinkedHashMap<>();
    networks
        .properties()
        .forEach(network -> {
          JsonValue endpoint = network.getValue();
          endpoints.put(
              network.getKey(),
              new ObservedEndpoint(
                  endpoint.path("NetworkID").asText(),
                  Json.text(endpoint.path("IPAddress")),
                  Json.text(endpoint.path("GlobalIPv6Address"))));
        });
    return endpoints;
  }

  /// The engine lists mounts in any order; here they are sorted by their place in the container.
  static List<ObservedMount> mounts(JsonValue mounts) {
    List<ObservedMount> list = new ArrayList<>();
    for (JsonValue mount : mounts) {
      list.add(
          new ObservedMount(
              mount.path("Type").asText(),
              Json.text(mount.path("Name")),
              mount.path("Source").asText(),
              mount.path("Destination").asText(),
              !mount.path("RW").asBoolean()));
    }
    list.sort(Orders.by(ObservedMount::target));
    return list;
  }

  private static List<PublishedPort> ports(JsonValue ports) {
    List<PublishedPort> list = new ArrayList<>();
    for (JsonValue port : ports) {
      list.add(
          new PublishedPort(
              port.path("PrivatePort").asInt(),
              port.path("Type").asText(),
              Json.text(port.path("IP")),
              Optional.of(port.path("PublicPort").asInt()).filter(number -> number > 0)));
    }
    return sorted(list);
  }

  static List<PublishedPort> sorted(List<PublishedPort> ports) {
    return ports.stream().sorted(PORT_ORDER).toList();
  }
}
