package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// How the container is reached and whom it reaches.
///
/// @param mode the network namespace to use in place of networks of its own
/// @param networks what it joins, in the order of attachment; empty with a mode
public record Networking(
    Optional<NamespaceMode> mode,
    SequencedMap<NetworkKey, NetworkAttachment> networks,
    List<PortMapping> ports,
    List<ExposedPort> expose,
    HostNames hostNames,
    List<String> links,
    List<String> externalLinks,
    Optional<String> macAddress) {
  /// In no network and without ports.
  public static final Networking PLAIN =
      new Networking(
          Optional.empty(),
          Ordered.map(),
          List.of(),
          List.of(),
          HostNames.PLAIN,
          List.of(),
          List.of(),
          Optional.empty());

  public Networking {
    networks = Ordered.map(networks);
    ports = List.copyOf(ports);
    expose = List.copyOf(expose);
    links = List.copyOf(links);
    externalLinks = List.copyOf(externalLinks);
  }

  /// This networking in another network namespace.
  public Networking withMode(NamespaceMode changed) {
    return new Networking(
        Optional.of(changed), networks, ports, expose, hostNames, links, externalLinks, macAddress);
  }

  /// This networking with other published ports.
  public Networking withPorts(List<PortMapping> changed) {
    return new Networking(
        mode, networks, changed, expose, hostNames, links, externalLinks, macAddress);
  }
}
