package dev.jcompose.executor.docker;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Ipam;
import dev.jcompose.model.Network;
import dev.jcompose.model.Orders;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.AttributeText;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The networks of an engine.
final class Networks {
  private final Transport transport;
  private final Acts acts;

  Networks(Transport transport, Acts acts) {
    this.transport = transport;
    this.acts = acts;
  }

  List<ObservedNetwork> of(ProjectName project) throws InterruptedException {
    JsonValue list =
        transport.json(
            Call.get("list the networks of " + project, "networks")
                .query("filters", Filters.project(project)));
    return StreamSupport.stream(list.spliterator(), false)
        .map(Networks::read)
        .sorted(Orders.by(ObservedNetwork::name))
        .toList();
  }

  /// The engine also answers to the beginning of an id; that does not count.
  Optional<ObservedNetwork> find(String name) throws InterruptedException {
    return transport
        .find(Call.get("inspect network " + name, "networks", name))
        .map(Networks::read)
        .filter(network -> network.name().equals(name));
  }

  /// Asks raw: docker-java's command lacks auxiliary addresses and the switch for IPv4, and sends
  /// keys of its own.
  void create(Network network, SequencedMap<String, String> labels) throws InterruptedException {
    ApiVersion api = transport.apiVersion();
    Requirements.check(network, api);
    Json body =
        new Json()
            .put("Name", network.name())
            .on("CheckDuplicate", !api.isAtLeast(Requirements.SEVERAL_ENDPOINTS))
            .text("Driver", network.driver())
            .map("Options", network.driverOptions())
            .on("Internal", network.reach().internal())
            .on("Attachable", network.reach().attachable())
            .choice("EnableIPv6", network.reach().ipv6())
            .choice("EnableIPv4", network.reach().ipv4())
            .object("IPAM", network.ipam().map(Networks::ipam).orElseGet(Json::new))
            .map("Labels", labels);
    transport.run(Call.post("make network " + network.name(), "networks", "create").json(body));
  }

  void remove(String idOrName) throws InterruptedException {
    acts.removeNetwork(idOrName);
  }

  private static Json ipam(Ipam ipam) {
    return new Json()
        .text("Driver", ipam.driver())
        .objects("Config", ipam.pools().stream().map(Networks::pool).toList())
        .map("Options", ipam.options());
  }

  private static Json pool(Ipam.Pool pool) {
    return new Json()
        .text("Subnet", pool.subnet())
        .text("IPRange", pool.ipRange())
        .text("Gateway", pool.gateway())
        .map("AuxiliaryAddresses", pool.auxiliaryAddresses());
  }

  private static SequencedMap<String, String> attributes(JsonValue network) {
    var ipam = network.path("IPAM");
    return new AttributeText()
        .put("driver", network.path("Driver").asText())
        .on("internal", network.path("Internal").asBoolean())
        .on("attachable", network.path("Attachable").asBoolean())
        .put("enable_ipv4", Json.text(network.path("EnableIPv4")))
        .put("enable_ipv6", Json.text(network.path("EnableIPv6")))
        .all("driver_opts.", Json.map(network.path("Options")))
        .put("ipam.driver", Json.text(ipam.path("Driver")))
        .all("ipam.options.", Json.map(ipam.path("Options")))
        .list("ipam.config.subnet", pools(ipam, "Subnet"))
        .list("ipam.config.gateway", pools(ipam, "Gateway"))
        .list("ipam.config.ip_range", pools(ipam, "IPRange"))
        .map();
  }

  private static Stream<String> pools(JsonValue ipam, String field) {
    return StreamSupport.stream(ipam.path("Config").spliterator(), false)
        .flatMap(pool -> Json.text(pool.path(field)).stream());
  }

  private static ObservedNetwork read(JsonValue network) {
    var attached = new LinkedHashMap<ContainerId, String>();
    network
        .path("Containers")
        .properties()
        .forEach(container ->
            attached.put(
                new ContainerId(container.getKey()), container.getValue().path("Name").asText()));
    return new ObservedNetwork(
        network.path("Id").asText(),
        network.path("Name").asText(),
        attributes(network),
        Json.map(network.path("Labels")),
        attached);
  }
}
