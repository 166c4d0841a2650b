package dev.jcompose.model;

/// Where a namespace (network, ipc, pid) comes from.
public sealed interface NamespaceMode {
  /// That of the first replica of another service: `service:NAME`.
  record OfService(ServiceName service) implements NamespaceMode {}

  /// That of a container outside the project: `container:NAME`.
  record OfContainer(String container) implements NamespaceMode {}

  /// A word the engine knows (`host`, `none`, `private`, …) or the name of a network.
  record Named(String name) implements NamespaceMode {}

  /// Reads the form of the Compose file.
  static NamespaceMode parse(String text) {
    if (text.startsWith("service:")) {
      return new OfService(new ServiceName(text.substring("service:".length())));
    }
    if (text.startsWith("container:")) {
      return new OfContainer(text.substring("container:".length()));
    }
    return new Named(text);
  }

  /// The form of the Compose file.
  default String text() {
    return switch (this) {
      case OfService(ServiceName service) -> "service:" + service;
      case OfContainer(String container) -> "container:" + container;
      case Named(String name) -> name;
    };
  }
}
