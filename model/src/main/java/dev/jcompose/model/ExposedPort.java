package dev.jcompose.model;

import java.util.Optional;

/// Ports that other containers may use, with the protocol when the file names one (`tcp`
/// otherwise).
public record ExposedPort(PortRange ports, Optional<String> protocol) {
  @Override
  public String toString() {
    return protocol.map(name -> ports + "/" + name).orElse(ports.toString());
  }
}
