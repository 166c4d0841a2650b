package dev.jcompose.planner;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.util.Optional;
import java.util.SequencedMap;

/// What a service wants of its networks, as text by attribute: `networks.NAME.aliases` and so on,
/// by the engine's names.
final class EndpointAttributes {
  private EndpointAttributes() {}

  static SequencedMap<String, String> of(Project project, Service service) {
    var text = new AttributeText();
    var left = service.networking().macAddress();
    for (Endpoint endpoint : new Endpoints(project).of(service, service.name().value())) {
      var attachment = endpoint.attachment();
      var addresses = attachment.addresses();
      var first = left;
      left = Optional.empty();
      var prefix = "networks." + endpoint.network() + ".";
      text.list(prefix + "aliases", attachment.aliases().stream())
          .put(prefix + "ipv4_address", addresses.ipv4())
          .put(prefix + "ipv6_address", addresses.ipv6())
          .list(prefix + "link_local_ips", addresses.linkLocalIps().stream())
          .mac(prefix + "mac_address", addresses.macAddress().or(() -> first))
          .links(prefix + "links", endpoint.links().stream())
          .number(prefix + "gw_priority", Optional.of((long) attachment.gatewayPriority()))
          .all(prefix + "driver_opts.", attachment.driverOptions())
          .put(prefix + "driver_opts." + Endpoint.INTERFACE_NAME, attachment.interfaceName());
    }
    return text.map();
  }
}
