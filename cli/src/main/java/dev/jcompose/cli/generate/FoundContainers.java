package dev.jcompose.cli.generate;

import dev.jcompose.executor.Engine;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ContainerDetails;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedMount;
import dev.jcompose.planner.ObservedNetwork;
import dev.jcompose.planner.ObservedVolume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Containers, and the networks and volumes that they use, by name.
public record FoundContainers(
    List<Found> containers,
    SequencedMap<String, ObservedNetwork> networks,
    SequencedMap<String, ObservedVolume> volumes) {
  public FoundContainers {
    containers = List.copyOf(containers);
    networks = Ordered.map(networks);
    volumes = Ordered.map(volumes);
  }

  /// A container and the image it was made from, if that is still there.
  record Found(
      ObservedContainer container, ContainerDetails details, Optional<ObservedImage> image) {}

  /// Asks an engine for the containers of these names or ids; those that it does not have are left
  /// out.
  public static FoundContainers of(Engine engine, List<String> names) throws InterruptedException {
    List<Found> containers = new ArrayList<>();
    SequencedMap<String, ObservedNetwork> networks = new LinkedHashMap<>();
    SequencedMap<String, ObservedVolume> volumes = new LinkedHashMap<>();
    for (String name : names) {
      var inspected = engine.named(name);
      if (inspected.isEmpty() || inspected.get().details().isEmpty()) {
        continue;
      }
      var container = inspected.get();
      if (containers.stream().anyMatch(other -> other.container().id().equals(container.id()))) {
        continue; // Named twice.
      }
      containers.add(
          new Found(
              container, container.details().get(), engine.image(container.image().id().value())));
      for (String network : container.endpoints().keySet()) {
        engine.network(network).ifPresent(found -> networks.put(network, found));
      }
      for (ObservedMount mount : container.mounts()) {
        if (mount.name().isPresent()) {
          var volume = mount.name().get();
          engine.volume(volume).ifPresent(found -> volumes.put(volume, found));
        }
      }
    }
    return new FoundContainers(containers, networks, volumes);
  }

  /// Whether a container of that name or id is among them.
  public boolean has(String name) {
    return containers.stream()
        .map(Found::container)
        .anyMatch(found -> found.name().equals(name) || found.id().value().startsWith(name));
  }
}
