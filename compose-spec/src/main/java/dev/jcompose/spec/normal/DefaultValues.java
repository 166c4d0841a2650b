package dev.jcompose.spec.normal;

import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node;

/// Fills in the values that attributes have when the user leaves them out, as far as relative paths
/// and checks depend on them.
public final class DefaultValues implements LoadStep {
  @Override
  public Node.Mapping apply(Node.Mapping document, LoadContext context) {
    return Edit.eachService(document, DefaultValues::service);
  }

  private static Node.Mapping service(Node.Mapping service) {
    Node.Mapping changed =
        Edit.mapping(service, "build", build -> Edit.defaultText(build, "context", "."));
    changed = Edit.items(changed, "secrets", DefaultValues::secret);
    changed = Edit.items(changed, "ports", DefaultValues::port);
    changed = Edit.items(changed, "gpus", DefaultValues::device);
    return Edit.mapping(changed, "deploy", DefaultValues::deploy);
  }

  private static Node.Mapping secret(Node.Mapping secret) {
    return secret.fields().containsKey("target")
        ? secret
        : Edit.defaultText(
            secret, "target", "/run/secrets/" + Edit.text(secret, "source").orElse(""));
  }

  private static Node.Mapping port(Node.Mapping port) {
    Node.Mapping changed =
        port.fields().containsKey("protocol") ? port : Edit.defaultText(port, "protocol", "tcp");
    return changed.fields().containsKey("mode")
        ? changed
        : Edit.defaultText(changed, "mode", "ingress");
  }

  private static Node.Mapping deploy(Node.Mapping deploy) {
    return Edit.mapping(
        deploy,
        "resources",
        resources ->
            Edit.mapping(
                resources,
                "reservations",
                reservations -> Edit.items(reservations, "devices", DefaultValues::device)));
  }

  private static Node.Mapping device(Node.Mapping device) {
    return device.fields().containsKey("device_ids") || device.fields().containsKey("count")
        ? device
        : Edit.defaultText(device, "count", "all");
  }
}
