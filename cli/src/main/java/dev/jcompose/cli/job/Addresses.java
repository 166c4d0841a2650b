package dev.jcompose.cli.job;

import dev.jcompose.cli.text.JsonText;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.PublishedPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Where the published ports of a project can be reached.
///
/// @param replicas sorted by service and number; without one-offs
record Addresses(ProjectName project, List<Replica> replicas) {
  private static final String HERE = "127.0.0.1";
  private static final Pattern ELSEWHERE =
      Pattern.compile("^(?:tcp|ssh)://(?:[^@/]*@)?\\[?([^]/]*?)]?(?::\\d+)?(?:/|$)");
  private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::");

  Addresses {
    replicas = List.copyOf(replicas);
  }

  /// A container of a service.
  record Replica(
      ServiceName service, int number, String container, String id, List<Address> ports) {
    Replica {
      ports = List.copyOf(ports);
    }
  }

  /// Where a port of a container can be reached.
  record Address(int target, String protocol, String host, int published) {}

  /// Those of these containers.
  ///
  /// @param engine the address of the engine: its host has the ports that are published on all
  ///   addresses
  static Addresses of(ProjectName project, List<ObservedContainer> containers, String engine) {
    var host = host(engine);
    SequencedMap<String, Replica> replicas = new TreeMap<>();
    for (ObservedContainer container : containers) {
      if (!container.isOneOff() && !container.isHook() && container.service().isPresent()) {
        var service = container.service().get();
        int number = container.number().orElse(1);
        replicas.put(
            "%s %9d".formatted(service, number),
            new Replica(
                service,
                number,
                container.name(),
                container.id().value(),
                ports(container.ports(), host)));
      }
    }
    return new Addresses(project, List.copyOf(replicas.values()));
  }

  /// Sorted; a port that has an address of each family has that of the older one.
  private static List<Address> ports(List<PublishedPort> ports, String engineHost) {
    SequencedMap<String, Address> addresses = new TreeMap<>();
    for (PublishedPort port : ports) {
      if (port.published().isPresent()) {
        var ip = port.hostIp().orElse("");
        var key = "%9d %s".formatted(port.target(), port.protocol());
        var address =
            new Address(
                port.target(),
                port.protocol(),
                EVERYWHERE.contains(ip) ? engineHost : ip,
                port.published().get());
        if (!ip.contains(":")) {
          addresses.put(key, address);
        } else {
          addresses.putIfAbsent(key, address);
        }
      }
    }
    return List.copyOf(addresses.values());
  }

  private static String host(String engine) {
    var address = ELSEWHERE.matcher(engine);
    return address.find() ? address.group(1) : HERE;
  }

  /// `WEB_HOST`, `WEB_PORT_80`, `WEB_PORT_53_UDP`; of further replicas `WEB_2_HOST` and so on.
  SequencedMap<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    for (Replica replica : replicas) {
      var prefix = prefix(replica);
      for (Address port : replica.ports()) {
        variables.putIfAbsent(prefix + "_HOST", port.host());
        var suffix =
            port.protocol().equals("tcp") ? "" : "_" + port.protocol().toUpperCase(Locale.ROOT);
        variables.put(
            prefix + "_PORT_" + port.target() + suffix, Integer.toString(port.published()));
      }
    }
    return Ordered.map(variables);
  }

  private static String prefix(Replica replica) {
    var service = replica.service().value().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return replica.number() == 1 ? service : service + "_" + replica.number();
  }

  /// As `docs/addresses.schema.json` tells, in one line.
  String json() {
    var services = new LinkedHashMap<String, List<Object>>();
    for (Replica replica : replicas) {
      services
          .computeIfAbsent(replica.service().value(), _ -> new ArrayList<>())
          .add(json(replica));
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("version", 1);
    fields.put("project", project.value());
    fields.put("services", services);
    return JsonText.of(fields);
  }

  private static Object json(Replica replica) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("replica", replica.number());
    fields.put("container", replica.container());
    fields.put("id", replica.id());
    fields.put("ports", replica.ports().stream().map(Addresses::json).toList());
    return fields;
  }

  private static Object json(Address port) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("target", port.target());
    fields.put("protocol", port.protocol());
    fields.put("host", port.host());
    fields.put("published", port.published());
    return fields;
  }
}
