package dev.jcompose.spec.bind;

import dev.jcompose.model.HostNames;
import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.NetworkAddresses;
import dev.jcompose.model.NetworkAttachment;
import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.Networking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Binds how a service is reached and whom it reaches.
final class NetworkingBinder {
  private NetworkingBinder() {}

  static Networking bind(Attributes service) {
    return new Networking(
        service.text("network_mode").map(NamespaceMode::parse),
        networks(service),
        PortBinder.ports(service),
        PortBinder.expose(service),
        hostNames(service),
        service.texts("links"),
        service.texts("external_links"),
        service.text("mac_address"));
  }

  /// Those with the highest priority first, then by key.
  private static SequencedMap<NetworkKey, NetworkAttachment> networks(Attributes service) {
    List<Map.Entry<String, NetworkAttachment>> attachments =
        service.entries("networks").entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), attachment(entry.getValue())))
            .sorted((one, other) ->
                Integer.compare(other.getValue().priority(), one.getValue().priority()))
            .toList();
    SequencedMap<NetworkKey, NetworkAttachment> networks = new LinkedHashMap<>();
    attachments.forEach(entry -> networks.put(new NetworkKey(entry.getKey()), entry.getValue()));
    return networks;
  }

  private static NetworkAttachment attachment(Attributes attributes) {
    return new NetworkAttachment(
        attributes.texts("aliases"),
        new NetworkAddresses(
            attributes.text("ipv4_address"),
            attributes.text("ipv6_address"),
            attributes.texts("link_local_ips"),
            attributes.text("mac_address")),
        attributes.text("interface_name"),
        attributes.pairs("driver_opts"),
        attributes.small("priority").orElse(0),
        attributes.small("gw_priority").orElse(0),
        attributes.stated(),
        attributes.extensions());
  }

  private static HostNames hostNames(Attributes service) {
    return new HostNames(
        service.text("hostname"),
        service.text("domainname"),
        service.texts("dns"),
        service.texts("dns_opt"),
        service.texts("dns_search"),
        HostsReader.read(service, "extra_hosts"));
  }
}
