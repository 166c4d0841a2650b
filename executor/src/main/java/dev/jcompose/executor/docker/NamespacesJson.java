package dev.jcompose.executor.docker;

import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.SharedNamespaces.Namespace;
import java.util.Optional;
import java.util.function.Function;

/// What a container is isolated by, and with whom it shares.
final class NamespacesJson {
  private NamespacesJson() {}

  static void write(
      ContainerSpec spec, Function<ContainerRef, ContainerId> ids, ContainerJson json) {
    var shared = spec.namespaces();
    var own = spec.service().namespaces();
    json.host()
        .text("NetworkMode", Optional.of(networkMode(spec, ids)))
        .text("IpcMode", shared.ipc().map(namespace -> word(namespace, ids)))
        .text("PidMode", shared.pid().map(namespace -> word(namespace, ids)))
        .text("UTSMode", own.uts())
        .text("UsernsMode", own.userns())
        .text("CgroupnsMode", own.cgroup())
        .text("CgroupParent", own.cgroupParent())
        .text("Isolation", own.isolation())
        .text("Runtime", own.runtime());
  }

  /// The first network is the container's own one; a container without any is isolated.
  private static String networkMode(ContainerSpec spec, Function<ContainerRef, ContainerId> ids) {
    return spec.namespaces()
        .network()
        .map(namespace -> word(namespace, ids))
        .or(() -> spec.endpoints().stream().findFirst().map(endpoint -> endpoint.network()))
        .orElse("none");
  }

  private static String word(Namespace namespace, Function<ContainerRef, ContainerId> ids) {
    return switch (namespace) {
      case Namespace.OfContainer(ContainerRef container) -> "container:" + ids.apply(container);
      case Namespace.Word(String word) -> word;
    };
  }
}
