package dev.jcompose.planner;

import java.util.Optional;

/// A port of a container and where the host publishes it; no host port while it is only exposed.
public record PublishedPort(
    int target, String protocol, Optional<String> hostIp, Optional<Integer> published) {}
