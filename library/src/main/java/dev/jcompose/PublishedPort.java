package dev.jcompose;

/// A port of a container that the host publishes.
///
/// @param containerPort the port in the container
/// @param protocol `tcp`, `udp` or `sctp`
/// @param address where it can be reached from this machine
public record PublishedPort(int containerPort, String protocol, Address address) {}
