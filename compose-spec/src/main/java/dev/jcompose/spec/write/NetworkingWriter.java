package dev.jcompose.spec.write;

import dev.jcompose.model.ExposedPort;
import dev.jcompose.model.HostNames;
import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.NetworkAttachment;
import dev.jcompose.model.Networking;
import dev.jcompose.model.PortMapping;
import dev.jcompose.model.PortRange;
import dev.jcompose.model.Value;
import java.util.List;
import java.util.SequencedMap;

/// Writes how a service is reached and whom it reaches.
final class NetworkingWriter {
  private NetworkingWriter() {}

  static void write(Networking networking, Fields fields) {
    Form form = fields.form();
    fields
        .text("network_mode", networking.mode().map(NamespaceMode::text))
        .map("networks", networking.networks(), network -> attachment(network, form))
        .list("ports", networking.ports(), port -> port(port, form))
        .texts("expose", networking.expose().stream().map(ExposedPort::toString).toList())
        .texts("links", networking.links())
        .texts("external_links", networking.externalLinks())
        .text("mac_address", networking.macAddress());
    HostNames names = networking.hostNames();
    fields
        .text("hostname", names.hostname())
        .text("domainname", names.domainname())
        .texts("dns", names.dns())
        .texts("dns_opt", names.dnsOptions())
        .texts("dns_search", names.dnsSearch());
    hosts("extra_hosts", names.extraHosts(), fields);
  }

  private static Value attachment(NetworkAttachment attachment, Form form) {
    if (!attachment.stated()) {
      return new Value.Null();
    }
    return new Fields(form)
        .texts("aliases", attachment.aliases())
        .pairs("driver_opts", attachment.driverOptions())
        .number("gw_priority", attachment.gatewayPriority())
        .text("interface_name", attachment.interfaceName())
        .text("ipv4_address", attachment.addresses().ipv4())
        .text("ipv6_address", attachment.addresses().ipv6())
        .texts("link_local_ips", attachment.addresses().linkLocalIps())
        .text("mac_address", attachment.addresses().macAddress())
        .number("priority", attachment.priority())
        .extensions(attachment.extensions())
        .value();
  }

  private static Value port(PortMapping port, Form form) {
    return new Fields(form)
        .text("name", port.notes().name())
        .text("mode", port.mode())
        .text("host_ip", port.hostIp())
        .number("target", port.target())
        .text("published", port.published().map(PortRange::toString))
        .text("protocol", port.protocol())
        .text("app_protocol", port.notes().appProtocol())
        .extensions(port.notes().extensions())
        .value();
  }

  /// A sorted list of `HOST=ADDRESS`.
  static void hosts(String key, SequencedMap<String, List<String>> hosts, Fields fields) {
    fields.texts(
        key,
        hosts.entrySet().stream()
            .flatMap(host -> host.getValue().stream().map(ip -> host.getKey() + "=" + ip))
            .sorted()
            .toList());
  }
}
