package dev.jcompose.planner;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Dependency;
import dev.jcompose.model.Network;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Orders;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Volume;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The labels that things get when they are made: the user's own first, then those of {@link
/// Labels}, as docker compose writes them.
final class Labelling {
  private Labelling() {}

  static SequencedMap<String, String> of(
      Project project, Service service, int number, ConfigHash hash) {
    var labels = new LinkedHashMap<>(service.description().labels());
    labels.put(Labels.PROJECT, project.name().value());
    labels.put(Labels.SERVICE, service.name().value());
    labels.put(Labels.CONTAINER_NUMBER, Integer.toString(number));
    labels.put(Labels.ONE_OFF, "False");
    return definition(labels, project, service, hash);
  }

  /// Those of a container beside the replicas; it has no number.
  static SequencedMap<String, String> ofOneOff(
      Project project, Service service, OneOff oneOff, ConfigHash hash) {
    var labels = new LinkedHashMap<>(service.description().labels());
    labels.put(Labels.PROJECT, project.name().value());
    labels.put(Labels.SERVICE, service.name().value());
    labels.put(Labels.SLUG, oneOff.slug());
    labels.put(Labels.ONE_OFF, "True");
    return definition(labels, project, service, hash);
  }

  private static SequencedMap<String, String> definition(
      SequencedMap<String, String> labels, Project project, Service service, ConfigHash hash) {
    labels.put(Labels.CONFIG_HASH, hash.value());
    labels.put(Labels.VERSION, Labels.OUR_VERSION);
    labels.put(Labels.WORKING_DIR, project.files().workingDirectory().toString());
    labels.put(Labels.CONFIG_FILES, joined(project.files().composeFiles()));
    if (!project.files().environmentFiles().isEmpty()) {
      labels.put(Labels.ENVIRONMENT_FILE, joined(project.files().environmentFiles()));
    }
    labels.put(Labels.DEPENDS_ON, dependencies(service.lifecycle().dependsOn()));
    return Ordered.map(labels);
  }

  /// Those of a container in which a `pre_start` hook runs. It has neither number nor digest, so
  /// that nobody takes it for a replica.
  static SequencedMap<String, String> ofHook(Project project, Service service, int index) {
    var labels = new LinkedHashMap<>(service.description().labels());
    labels.put(Labels.PROJECT, project.name().value());
    labels.put(Labels.SERVICE, service.name().value());
    labels.put(Labels.HOOK, "pre_start");
    labels.put(Labels.HOOK_INDEX, Integer.toString(index));
    labels.put(Labels.VERSION, Labels.OUR_VERSION);
    return Ordered.map(labels);
  }

  static SequencedMap<String, String> of(Project project, Network network, ConfigHash hash) {
    var labels = new LinkedHashMap<>(network.labels());
    labels.put(Labels.PROJECT, project.name().value());
    labels.put(Labels.NETWORK, network.key().value());
    labels.put(Labels.VERSION, Labels.OUR_VERSION);
    labels.put(Labels.CONFIG_HASH, hash.value());
    return Ordered.map(labels);
  }

  static SequencedMap<String, String> of(Project project, Volume volume, ConfigHash hash) {
    var labels = new LinkedHashMap<>(volume.labels());
    labels.put(Labels.PROJECT, project.name().value());
    labels.put(Labels.VOLUME, volume.key().value());
    labels.put(Labels.VERSION, Labels.OUR_VERSION);
    labels.put(Labels.CONFIG_HASH, hash.value());
    return Ordered.map(labels);
  }

  /// Those of an image that is built.
  static SequencedMap<String, String> ofImage(Project project, Service service) {
    var labels = new LinkedHashMap<String, String>();
    labels.put(Labels.PROJECT, project.name().value());
    labels.put(Labels.SERVICE, service.name().value());
    labels.put(Labels.VERSION, Labels.OUR_VERSION);
    return Ordered.map(labels);
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(","));
  }

  private static String dependencies(Map<ServiceName, Dependency> dependsOn) {
    return dependsOn.entrySet().stream()
        .sorted(Orders.by(Map.Entry::getKey))
        .map(entry ->
            entry.getKey()
                + ":"
                + entry.getValue().condition().word()
                + ":"
                + entry.getValue().restart())
        .collect(Collectors.joining(","));
  }
}
