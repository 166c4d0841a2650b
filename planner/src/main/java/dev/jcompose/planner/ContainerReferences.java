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
    return service
        .withNetworking(resolve(service.networking(), parents))
        .withStorage(resolve(service.storage(), parents))
        .withNamespaces(resolve(service.namespaces(), parents));
  }

  private static Networking resolve(Networking own, Map<ServiceName, ContainerId> parents) {
    return own.mode().map(mode -> own.withMode(withContainer(mode, parents))).orElse(own);
  }

  private static Storage resolve(Storage own, Map<ServiceName, ContainerId> parents) {
    return own.withVolumesFrom(
        own.volumesFrom().stream().map(volumes -> withContainer(volumes, parents)).toList());
  }

  private static Namespaces resolve(Namespaces own, Map<ServiceName, ContainerId> parents) {
    var ipc = own.ipc().map(mode -> own.withIpc(withContainer(mode, parents))).orElse(own);
    return own.pid().map(mode -> ipc.withPid(withContainer(mode, parents))).orElse(ipc);
  }

  private static boolean refersToContainers(Service service) {
    return !service.storage().volumesFrom().isEmpty()
        || !ServiceOrder.sharesNamespaceWith(service).isEmpty();
  }

  private static NamespaceMode withContainer(
      NamespaceMode mode, Map<ServiceName, ContainerId> parents) {
    return switch (mode) {
      case NamespaceMode.OfService(ServiceName name) -> {
        var parent = parents.get(name);
        yield parent == null ? mode : new NamespaceMode.OfContainer(parent.value());
      }
      case NamespaceMode.OfContainer _, NamespaceMode.Named _ -> mode;
    };
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
