package dev.jcompose;

import dev.jcompose.model.Description;
import dev.jcompose.model.Network;
import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Volume;
import dev.jcompose.model.VolumeKey;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Writes labels onto all that a project makes.
final class Labelled {
  private Labelled() {}

  static Project with(SequencedMap<String, String> labels, Project project) {
    if (labels.isEmpty()) {
      return project;
    }
    var services = new LinkedHashMap<ServiceName, Service>();
    project.services().forEach((name, service) -> services.put(name, with(labels, service)));
    var networks = new LinkedHashMap<NetworkKey, Network>();
    project.networks().forEach((key, network) -> networks.put(key, with(labels, network)));
    var volumes = new LinkedHashMap<VolumeKey, Volume>();
    project.volumes().forEach((key, volume) -> volumes.put(key, with(labels, volume)));
    return new Project(
        project.name(),
        project.files(),
        services,
        project.disabledServices(),
        networks,
        volumes,
        project.configs(),
        project.secrets(),
        project.models(),
        project.extensions());
  }

  private static Service with(SequencedMap<String, String> labels, Service service) {
    var old = service.description();
    return service.withDescription(
        new Description(
            both(old.labels(), labels),
            old.labelFiles(),
            old.annotations(),
            old.logging(),
            old.extensions()));
  }

  private static Network with(SequencedMap<String, String> labels, Network network) {
    return new Network(
        network.key(),
        network.name(),
        network.external(),
        network.driver(),
        network.driverOptions(),
        network.reach(),
        network.ipam(),
        both(network.labels(), labels),
        network.extensions());
  }

  private static Volume with(SequencedMap<String, String> labels, Volume volume) {
    return new Volume(
        volume.key(),
        volume.name(),
        volume.external(),
        volume.driver(),
        volume.driverOptions(),
        both(volume.labels(), labels),
        volume.extensions());
  }

  private static SequencedMap<String, String> both(
      SequencedMap<String, String> first, SequencedMap<String, String> second) {
    var all = new LinkedHashMap<>(first);
    all.putAll(second);
    return Ordered.map(all);
  }
}
