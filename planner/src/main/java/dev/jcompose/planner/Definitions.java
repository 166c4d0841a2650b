package dev.jcompose.planner;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.Namespaces;
import dev.jcompose.model.Networking;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Storage;
import dev.jcompose.model.VolumesFrom;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Compares what is wanted with what something was made from, by the digests in labels.
///
/// Equal digests always mean the same definition. Different ones mean different definitions only
/// when both were made by the same rule, which changes with docker compose's version.
final class Definitions {
  /// What a comparison says.
  enum Verdict {
    SAME,
    DIFFERENT,
    /// Written by another tool or another version, or not at all.
    UNKNOWN
  }

  private final ConfigHasher hasher;

  Definitions(ConfigHasher hasher) {
    this.hasher = hasher;
  }

  /// The digest to write onto a container.
  ///
  /// @param parents the containers, as far as they are known, whose namespaces and volumes are
  ///   shared
  ConfigHash hash(Service service, Map<ServiceName, ContainerId> parents) {
    return hasher.hash(withContainers(service, parents));
  }

  ConfigHasher hasher() {
    return hasher;
  }

  /// Compares a service with one of its containers. A container made together with the one it
  /// shares with bears the digest without that one's id, which was not known then.
  Verdict compare(
      Service service, Map<ServiceName, ContainerId> parents, ObservedContainer container) {
    var verdict = compare(hash(service, parents), container.labels());
    return verdict == Verdict.SAME ? verdict : compare(hasher.hash(service), container.labels());
  }

  /// Compares a digest with the one in labels.
  static Verdict compare(ConfigHash wanted, SequencedMap<String, String> labels) {
    var found = Optional.ofNullable(labels.get(Labels.CONFIG_HASH));
    if (found.filter(wanted.value()::equals).isPresent()) {
      return Verdict.SAME;
    }
    var version = Optional.ofNullable(labels.get(Labels.VERSION));
    return found.isPresent() && version.filter(Labels.OUR_VERSION::equals).isPresent()
        ? Verdict.DIFFERENT
        : Verdict.UNKNOWN;
  }

  /// The service as docker compose takes its digest: a reference to a service is replaced by the id
  /// of that service's first container. In `volumes_from` the bare id takes the place of the whole
  /// entry, mode included, and `container:` in front of a foreign one is dropped.
  private static Service withContainers(Service service, Map<ServiceName, ContainerId> parents) {
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
