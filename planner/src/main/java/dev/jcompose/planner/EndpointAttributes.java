package dev.jcompose.planner;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.util.SequencedMap;

/// What a service wants of its networks, as text by attribute: `networks.NAME.aliases` and so on,
/// by the engine's names.
final class EndpointAttributes {
  private EndpointAttributes() {}

  static SequencedMap<String, String> of(Project project, Service service) {
    var text = new AttributeText();
    if (service.networking().mode().isEmpty()) {
      service
          .networking()
          .networks()
          .forEach((key, attachment) -> {
            var network = project.networks().get(key);
            var prefix = "networks." + (network == null ? key.value() : network.name()) + ".";
            text.list(prefix + "aliases", attachment.aliases().stream())
                .put(prefix + "ipv4_address", attachment.addresses().ipv4())
                .put(prefix + "ipv6_address", attachment.addresses().ipv6())
                .list(prefix + "link_local_ips", attachment.addresses().linkLocalIps().stream());
          });
    }
    return text.map();
  }
}
