package dev.jcompose.spec.normal;

import dev.jcompose.spec.yaml.Node;
import java.util.List;

/// Adds what follows from links, shared namespaces and shared volumes to `depends_on`.
final class ImplicitDependencies {
  private static final List<String> NAMESPACES =
      List.of("network_mode", "ipc", "pid", "uts", "cgroup");

  private static final String OF_SERVICE = "service:";

  /// Whether the dependent is restarted after the other was updated.
  private enum Restart {
    YES,
    NO
  }

  private ImplicitDependencies() {}

  static Node.Mapping add(Node.Mapping service) {
    Node.Mapping dependencies = Edit.child(service, "depends_on");
    for (Node.Scalar link : Edit.scalars(service, "links")) {
      String[] parts = link.raw().split(":", -1);
      String target = parts.length == 2 ? parts[0] : link.raw();
      dependencies = with(dependencies, target, link, Restart.YES);
    }
    for (String namespace : NAMESPACES) {
      if (service.get(namespace).orElse(service) instanceof Node.Text mode
          && mode.value().startsWith(OF_SERVICE)) {
        String target = mode.value().substring(OF_SERVICE.length());
        dependencies = with(dependencies, target, mode, Restart.YES);
      }
    }
    for (Node.Scalar from : Edit.scalars(service, "volumes_from")) {
      if (!from.raw().startsWith("container:")) {
        String target = from.raw().split(":", -1)[0];
        dependencies = with(dependencies, target, from, Restart.NO);
      }
    }
    return dependencies.fields().isEmpty()
        ? service
        : Edit.replaced(service, "depends_on", dependencies);
  }

  private static Node.Mapping with(
      Node.Mapping dependencies, String target, Node cause, Restart restart) {
    if (dependencies.fields().containsKey(target)) {
      return dependencies;
    }
    Node.Mapping dependency =
        Edit.defaultText(Edit.empty(cause.span()), "condition", "service_started");
    dependency = Edit.replaced(dependency, "restart", flag(restart == Restart.YES, cause));
    return Edit.replaced(
        dependencies, target, Edit.replaced(dependency, "required", flag(true, cause)));
  }

  private static Node flag(boolean value, Node cause) {
    return new Node.Bool(value, Boolean.toString(value), cause.span());
  }
}
