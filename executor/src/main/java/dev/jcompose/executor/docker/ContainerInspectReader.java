package dev.jcompose.executor.docker;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.planner.ContainerDetails;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.PublishedPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a container from an inspection: what the list tells of it, and its details.
final class ContainerInspectReader {
  /// The engine keeps whatever else it was given, the empty text for instance.
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}/[a-z]+");

  private ContainerInspectReader() {}

  static ObservedContainer read(JsonValue container) {
    JsonValue config = container.path("Config");
    JsonValue network = container.path("NetworkSettings");
    return new ObservedContainer(
        new ContainerId(container.path("Id").asText()),
        container.path("Name").asText().replaceFirst("^/", ""),
        new ObservedContainer.ContainerImage(
            config.path("Image").asText(), new ImageId(container.path("Image").asText())),
        Json.map(config.path("Labels")),
        status(container.path("State")),
        ContainerListReader.endpoints(network.path("Networks")),
        ContainerListReader.mounts(container.path("Mounts")),
        ports(network.path("Ports"), config.path("ExposedPorts")),
        command(container),
        Instant.parse(container.path("Created").asText()),
        Optional.of(details(container, config)));
  }

  private static ContainerStatus status(JsonValue node) {
    State state = State.of(node.path("Status").asText());
    boolean ended = state == State.EXITED || state == State.RESTARTING || state == State.DEAD;
    int exitCode = node.path("ExitCode").asInt();
    Health health = state == State.RUNNING ? health(node.path("Health")) : Health.NONE;
    return new ContainerStatus(
        state,
        health,
        ended ? Optional.of(exitCode) : Optional.empty(),
        text(state, health, exitCode));
  }

  private static Health health(JsonValue node) {
    return switch (node.path("Status").asText()) {
      case "starting" -> Health.STARTING;
      case "healthy" -> Health.HEALTHY;
      case "unhealthy" -> Health.UNHEALTHY;
      default -> Health.NONE;
    };
  }

  /// What the list would say but for the times, which an inspection does not count.
  private static String text(State state, Health health, int exitCode) {
    return switch (state) {
      case CREATED -> "Created";
      case RUNNING ->
          switch (health) {
            case NONE -> "Up";
            case STARTING -> "Up (health: starting)";
            case HEALTHY, UNHEALTHY -> "Up (" + health.name().toLowerCase(Locale.ROOT) + ")";
          };
      case PAUSED -> "Up (Paused)";
      case RESTARTING -> "Restarting (" + exitCode + ")";
      case REMOVING -> "Removal In Progress";
      case EXITED -> "Exited (" + exitCode + ")";
      case DEAD -> "Dead";
    };
  }

  private static List<PublishedPort> ports(JsonValue published, JsonValue exposed) {
    List<PublishedPort> list = new ArrayList<>();
    JsonValue known = published.isEmpty() ? exposed : published;
    known.properties().stream()
        .filter(port -> PORT.matcher(port.getKey()).matches())
        .forEach(port -> {
          int slash = port.getKey().indexOf('/');
          int target = Integer.parseInt(port.getKey().substring(0, slash));
          String protocol = port.getKey().substring(slash + 1);
          for (JsonValue binding : port.getValue()) {
            list.add(
                new PublishedPort(
                    target,
                    protocol,
                    Json.text(binding.path("HostIp")),
                    Optional.of(binding.path("HostPort").asInt())));
          }
          if (port.getValue().isEmpty()) {
            list.add(new PublishedPort(target, protocol, Optional.empty(), Optional.empty()));
          }
        });
    return ContainerListReader.sorted(list);
  }

  /// As the list writes it: arguments with blanks in quotes.
  private static String command(JsonValue container) {
    StringBuilder text = new StringBuilder(container.path("Path").asText());
    for (String argument : Json.texts(container.path("Args"))) {
      text.append(' ').append(argument.contains(" ") ? "'" + argument + "'" : argument);
    }
    return text.toString();
  }

  private static ContainerDetails details(JsonValue container, JsonValue config) {
    return new ContainerDetails(
        Json.texts(config.path("Cmd")),
        Json.texts(config.path("Entrypoint")),
        Json.assignments(config.path("Env")),
        Json.text(config.path("User")),
        Json.text(config.path("WorkingDir")),
        Json.text(config.path("Hostname")),
        AttributesReader.read(container),
        Json.texts(config.path("Healthcheck").path("Test")),
        healthLog(container.path("State").path("Health").path("Log")));
  }

  private static List<String> healthLog(JsonValue log) {
    List<String> lines = new ArrayList<>();
    log.forEach(entry -> lines.add(entry.path("Output").asText().strip()));
    return lines;
  }
}
