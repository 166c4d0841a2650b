package dev.jcompose.planner;

import dev.jcompose.model.NetworkAttachment;
import java.util.List;

/// A container's place on a network, as asked for.
///
/// @param network the engine's name of it
/// @param aliases all of them: the container's name, the service's, and those of the file
/// @param links `CONTAINER:ALIAS`
public record Endpoint(
    String network, List<String> aliases, NetworkAttachment attachment, List<String> links) {
  /// The driver's option that gives an interface its name.
  public static final String INTERFACE_NAME = "com.docker.network.endpoint.ifname";

  public Endpoint {
    aliases = List.copyOf(aliases);
    links = List.copyOf(links);
  }
}
