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
    Optional<String> platform) {
  /// The engine's normal.
  public static final Namespaces PLAIN =
      new Namespaces(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// These namespaces with another one for inter-process communication.
  public Namespaces withIpc(NamespaceMode changed) {
    return new Namespaces(
        Optional.of(changed), pid, uts, userns, cgroup, cgroupParent, isolation, runtime, platform);
  }

  /// These namespaces with another one for processes.
  public Namespaces withPid(NamespaceMode changed) {
    return new Namespaces(
        ipc, Optional.of(changed), uts, userns, cgroup, cgroupParent, isolation, runtime, platform);
  }
}
