package dev.jcompose.model;

import java.util.List;
import java.util.Optional;

/// Fixed addresses of a container on one network; what is left out the engine chooses.
public record NetworkAddresses(
    Optional<String> ipv4,
    Optional<String> ipv6,
    List<String> linkLocalIps,
    Optional<String> macAddress) {
  /// All left to the engine.
  public static final NetworkAddresses NONE =
      new NetworkAddresses(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  public NetworkAddresses {
    linkLocalIps = List.copyOf(linkLocalIps);
  }
}
