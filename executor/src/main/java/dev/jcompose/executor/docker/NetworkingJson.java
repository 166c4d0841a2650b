package dev.jcompose.executor.docker;

import dev.jcompose.model.ExposedPort;
import dev.jcompose.model.NetworkAttachment;
import dev.jcompose.model.PortMapping;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// How a container is reached and whom it reaches.
///
/// An inspection shows ports and hosts as they are written here, and its readers do not all expect
/// that there are none; so, as docker compose does, they are written also when they are empty.
final class NetworkingJson {

  private NetworkingJson() {}

  static void write(ContainerSpec spec, ApiVersion api, ContainerJson json) {
    var networking = spec.service().networking();
    var names = networking.hostNames();
    json.config().text("Hostname", names.hostname()).text("Domainname", names.domainname());
    if (spec.endpoints().isEmpty() || !api.isAtLeast(Requirements.MAC_OF_ENDPOINT)) {
      json.config().text("MacAddress", macAddress(spec));
    }
    ports(networking.ports(), networking.expose(), json);
    json.host()
        .words("Dns", names.dns())
        .words("DnsOptions", names.dnsOptions())
        .words("DnsSearch", names.dnsSearch())
        .allWords("ExtraHosts", hosts(names.extraHosts()));
    if (spec.endpoints().isEmpty()) {
      json.host().words("Links", networking.externalLinks());
    }
  }

  /// The address of the container on its first network.
  static Optional<String> macAddress(ContainerSpec spec) {
    return spec.endpoints().stream()
        .findFirst()
        .flatMap(endpoint -> endpoint.attachment().addresses().macAddress())
        .or(() -> spec.service().networking().macAddress());
  }

  /// Host names as `NAME:ADDRESS`, one for each address.
  static List<String> hosts(SequencedMap<String, List<String>> hosts) {
    return hosts.entrySet().stream()
        .flatMap(host -> host.getValue().stream().map(address -> host.getKey() + ":" + address))
        .toList();
  }

  /// A place on a network, as asked for.
  ///
  /// @param macAddress left out for engines that do not know addresses of endpoints
  static Json endpoint(Endpoint endpoint, Optional<String> macAddress) {
    NetworkAttachment attachment = endpoint.attachment();
    var addresses = attachment.addresses();
    SequencedMap<String, String> options = new LinkedHashMap<>(attachment.driverOptions());
    attachment.interfaceName().ifPresent(name -> options.put(Endpoint.INTERFACE_NAME, name));
    Json json =
        new Json()
            .words("Aliases", endpoint.aliases())
            .words("Links", endpoint.links())
            .object(
                "IPAMConfig",
                new Json()
                    .text("IPv4Address", addresses.ipv4())
                    .text("IPv6Address", addresses.ipv6())
                    .words("LinkLocalIPs", addresses.linkLocalIps()))
            .map("DriverOpts", options)
            .text("MacAddress", macAddress);
    return attachment.gatewayPriority() == 0
        ? json
        : json.put("GwPriority", attachment.gatewayPriority());
  }

  private static void ports(
      List<PortMapping> published, List<ExposedPort> exposed, ContainerJson json) {
    SequencedMap<String, List<Json>> bindings = new LinkedHashMap<>();
    for (PortMapping port : published) {
      bindings
          .computeIfAbsent(port.target() + "/" + port.protocol(), _ -> new ArrayList<>())
          .add(
              new Json()
                  .text("HostIp", port.hostIp())
                  .put("HostPort", port.published().map(Object::toString).orElse("")));
    }
    Json all = new Json();
    bindings.keySet().forEach(port -> all.anyObject(port, new Json()));
    for (ExposedPort port : exposed) {
      for (int number = port.ports().first(); number <= port.ports().last(); number++) {
        all.anyObject(number + "/" + port.protocol().orElse("tcp"), new Json());
      }
    }
    Json written = new Json();
    bindings.forEach(written::objects);
    json.config().object("ExposedPorts", all);
    json.host().anyObject("PortBindings", written);
  }
}
