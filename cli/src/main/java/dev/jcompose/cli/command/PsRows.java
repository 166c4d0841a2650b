package dev.jcompose.cli.command;

import dev.jcompose.cli.text.Ages;
import dev.jcompose.cli.text.LocalTime;
import dev.jcompose.cli.text.PortsText;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedMount;
import dev.jcompose.planner.PublishedPort;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Containers as docker compose's `ps` shows them.
///
/// @param now for ages
record PsRows(Instant now, Width width) {
  private static final int COMMAND_WIDTH = 20;
  private static final int MOUNT_WIDTH = 15;

  /// The table that is shown unless the user wants something else.
  static final String TABLE =
      "{{.Name}}\t{{.Image}}\t{{.Command}}\t{{.Service}}\t{{.RunningFor}}\t{{.Status}}\t{{.Ports}}";

  static final Map<String, String> HEADINGS =
      Map.of(
          "ID", "CONTAINER ID",
          "RunningFor", "CREATED",
          "CreatedAt", "CREATED AT",
          "ExitCode", "EXIT CODE",
          "LocalVolumes", "LOCAL VOLUMES");

  /// Whether long texts are cut.
  enum Width {
    SHORT,
    WHOLE
  }

  /// A container's fields.
  SequencedMap<String, Object> row(ObservedContainer container) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("Command", command(container));
    fields.put("CreatedAt", new LocalTime(container.created()));
    fields.put("ExitCode", container.status().exitCode().orElse(0));
    fields.put("Health", health(container.status().health()));
    fields.put("ID", width == Width.WHOLE ? container.id().value() : container.id().brief());
    fields.put("Image", container.image().reference());
    fields.put("Label", Listing.label(container.labels()));
    fields.put("Labels", labels(container));
    fields.put("LocalVolumes", Long.toString(volumes(container)));
    fields.put("Mounts", mounts(container));
    fields.put("Name", container.name());
    fields.put("Names", container.name());
    fields.put("Networks", String.join(",", container.endpoints().keySet()));
    fields.put("Ports", PortsText.of(container.ports()));
    fields.put("Project", container.label(Labels.PROJECT).orElse(""));
    fields.put("Publishers", container.ports().stream().map(PsRows::publisher).toList());
    fields.put("RunningFor", age(container) + " ago");
    fields.put("Service", container.service().map(ServiceName::value).orElse(""));
    fields.put("Size", "0B");
    fields.put("State", container.status().state().word());
    fields.put("Status", container.status().text());
    return fields;
  }

  private String age(ObservedContainer container) {
    return Ages.inWords(Duration.between(container.created(), now));
  }

  private String command(ObservedContainer container) {
    var text = width == Width.WHOLE ? container.command() : cut(container.command(), COMMAND_WIDTH);
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static String cut(String text, int width) {
    return text.codePointCount(0, text.length()) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static String health(Health health) {
    return health == Health.NONE ? "" : health.name().toLowerCase(Locale.ROOT);
  }

  private static String labels(ObservedContainer container) {
    return container.labels().keySet().stream()
        .sorted()
        .map(name -> name + "=" + container.labels().get(name))
        .collect(Collectors.joining(","));
  }

  private static long volumes(ObservedContainer container) {
    return container.mounts().stream().filter(mount -> mount.type().equals("volume")).count();
  }

  private String mounts(ObservedContainer container) {
    return container.mounts().stream()
        .map(PsRows::nameOf)
        .map(name -> width == Width.WHOLE ? name : cut(name, MOUNT_WIDTH))
        .collect(Collectors.joining(","));
  }

  private static String nameOf(ObservedMount mount) {
    return mount.name().orElse(mount.source());
  }

  private static Map<String, Object> publisher(PublishedPort port) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("URL", port.hostIp().orElse(""));
    fields.put("TargetPort", port.target());
    fields.put("PublishedPort", port.published().orElse(0));
    fields.put("Protocol", port.protocol());
    return fields;
  }
}
