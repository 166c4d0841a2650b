package dev.jcompose.planner;

import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.Namespaces;
import dev.jcompose.model.Networking;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Storage;
import dev.jcompose.model.VolumesFrom;
import java.util.Map;
import java.util.Optional;

/// References to other services of the project that stand for containers, as in `network_mode:
/// service:db`.
///
/// Docker compose takes the digest of a service when the containers it refers to exist, with their
/// ids in place of the references; so do we.
public final class ContainerReferences {
  private ContainerReferences() {}

  /// The service with ids in place of the services it refers to, as far as they are known. In
  /// `volumes_from` the bare id takes the place of the whole entry, mode included, and `container:`
  /// in front of a foreign one is dropped.
  public static Service resolve(Service service, Map<ServiceName, ContainerId> parents) {
    if (!refersToContainers(service)) {
      return service;
    }
    Networking networking = service.networking();
    Namespaces namespaces = service.namespaces();
    Storage storage = service.storage();
    return new Service(
        service.name(),
        service.image(),
        service.build(),
        service.execution(),
        new Networking(
            networking.mode().map(mode -> withContainer(mode, parents)),
            networking.networks(),
            networking.ports(),
            networking.expose(),
            networking.hostNames(),
            networking.links(),
            networking.externalLinks(),
            networking.macAddress()),
        new Storage(
            storage.mounts(),
            storage.volumesFrom().stream().map(volumes -> withContainer(volumes, parents)).toList(),
            storage.tmpfs(),
            storage.configs(),
            storage.secrets(),
            storage.readOnly(),
            storage.options()),
        service.resources(),
        service.privileges(),
        new Namespaces(
            namespaces.ipc().map(mode -> withContainer(mode, parents)),
            namespaces.pid().map(mode -> withContainer(mode, parents)),
            namespaces.uts(),
            namespaces.userns(),
            namespaces.cgroup(),
            namespaces.cgroupParent(),
            namespaces.isolation(),
            namespaces.runtime(),
            namespaces.platform()),
        service.lifecycle(),
        service.description(),
        service.deploy(),
        service.develop());
  }

  private static boolean refersToContainers(Service service) {
    return !service.storage().volumesFrom().isEmpty()
        || !ServiceOrder.sharesNamespaceWith(service).isEmpty();
  }

  private static NamespaceMode withContainer(
      NamespaceMode mode, Map<ServiceName, ContainerId> parents) {
    if (mode instanceof NamespaceMode.OfService(ServiceName name)) {
      var parent = parents.get(name);
      return parent == null ? mode : new NamespaceMode.OfContainer(parent.value());
    }
    return mode;
  }

  private static VolumesFrom withContainer(
      VolumesFrom volumes, Map<ServiceName, ContainerId> parents) {
    return switch (volumes.source()) {
      case VolumesFrom.Source.OfService(ServiceName name) -> {
        var parent = parents.get(name);
        yield parent == null ? volumes : bare(parent.value());
      }
      case VolumesFrom.Source.OfContainer(String container) -> bare(container);
    };
  }

  /// An entry that is written as that text and nothing else.
  private static VolumesFrom bare(String text) {
    return new VolumesFrom(
        new VolumesFrom.Source.OfService(new ServiceName(text)), Optional.empty());
  }
}
