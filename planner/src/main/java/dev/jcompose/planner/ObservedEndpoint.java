package dev.jcompose.planner;

import java.util.Optional;

/// A container's place on a network.
///
/// @param networkId empty while the engine has not attached the container
public record ObservedEndpoint(String networkId, Optional<String> ipv4, Optional<String> ipv6) {}
