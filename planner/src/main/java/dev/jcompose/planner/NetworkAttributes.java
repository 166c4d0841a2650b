package dev.jcompose.planner;

import dev.jcompose.model.Ipam;
import dev.jcompose.model.Network;
import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.SequencedMap;

/// The attributes of a network's definition but for its labels, as {@link ObservedNetwork} has
/// them.
public final class NetworkAttributes {
  private NetworkAttributes() {}

  /// Those of a network that is to be made, by the names of a Compose file.
  public static SequencedMap<String, String> of(Network network) {
    var pools = network.ipam().map(Ipam::pools).orElse(List.of());
    return new AttributeText()
        .put("driver", network.driver())
        .on("internal", network.reach().internal())
        .on("attachable", network.reach().attachable())
        .put("enable_ipv4", network.reach().ipv4().map(Object::toString))
        .put("enable_ipv6", network.reach().ipv6().map(Object::toString))
        .all("driver_opts.", network.driverOptions())
        .put("ipam.driver", network.ipam().flatMap(Ipam::driver))
        .all("ipam.options.", network.ipam().map(Ipam::options).orElseGet(Ordered::map))
        .list("ipam.config.subnet", pools.stream().flatMap(pool -> pool.subnet().stream()))
        .list("ipam.config.gateway", pools.stream().flatMap(pool -> pool.gateway().stream()))
        .list("ipam.config.ip_range", pools.stream().flatMap(pool -> pool.ipRange().stream()))
        .map();
  }
}
