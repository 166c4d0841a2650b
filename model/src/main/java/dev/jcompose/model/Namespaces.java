package dev.jcompose.model;

import java.util.Optional;

/// What the container is isolated by; the network's namespace is {@link Networking#mode()}.
///
/// @param cgroup `host` or `private`
/// @param isolation the technology, on Windows
/// @param runtime the OCI runtime
/// @param platform `os[/arch[/variant]]`
public record Namespaces(
    Optional<NamespaceMode> ipc,
    Optional<NamespaceMode> pid,
    Optional<String> uts,
    Optional<String> userns,
    Optional<String> cgroup,
    Optional<String> cgroupParent,
    Optional<String> isolation,
    Optional<String> runtime,
    Optional<String> platform) {}
