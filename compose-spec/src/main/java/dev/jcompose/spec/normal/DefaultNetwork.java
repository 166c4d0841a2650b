package dev.jcompose.spec.normal;

import dev.jcompose.spec.yaml.Node;

/// Attaches services that name no network to the network `default`, and declares it when it is
/// used.
final class DefaultNetwork {
  private static final String KEY = "default";

  private DefaultNetwork() {}

  static Node.Mapping add(Node.Mapping document) {
    Node.Mapping changed = Edit.eachService(document, DefaultNetwork::attach);
    boolean used =
        Edit.child(changed, "services").fields().values().stream()
            .map(Node.Field::value)
            .anyMatch(DefaultNetwork::uses);
    Node.Mapping networks = Edit.child(changed, "networks");
    if (!used || networks.fields().containsKey(KEY)) {
      return changed;
    }
    Node nothing = new Node.Null(networks.span());
    return Edit.replaced(changed, "networks", Edit.replaced(networks, KEY, nothing));
  }

  private static boolean uses(Node service) {
    return service instanceof Node.Mapping mapping
        && !isApart(mapping)
        && Edit.child(mapping, "networks").fields().containsKey(KEY);
  }

  private static Node.Mapping attach(Node.Mapping service) {
    if (isApart(service) || !Edit.child(service, "networks").fields().isEmpty()) {
      return service;
    }
    Node nothing = new Node.Null(service.span());
    return Edit.replaced(
        service, "networks", Edit.replaced(Edit.empty(service.span()), KEY, nothing));
  }

  /// Providers are not containers, and a network mode stands in place of networks.
  private static boolean isApart(Node.Mapping service) {
    return service.fields().containsKey("provider") || service.fields().containsKey("network_mode");
  }
}
