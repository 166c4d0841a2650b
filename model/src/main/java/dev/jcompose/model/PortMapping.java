package dev.jcompose.model;

import java.util.Optional;

/// A port of the container, and where on the host it is published.
///
/// @param target the container's port
/// @param published the host's port, or the range from which the engine takes one; left out: any
///   free port
/// @param protocol `tcp`, `udp` or `sctp`
/// @param mode `ingress` or `host`
public record PortMapping(
    int target,
    Optional<PortRange> published,
    Optional<String> hostIp,
    String protocol,
    Optional<String> mode,
    PortNotes notes) {}
