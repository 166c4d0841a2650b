package dev.jcompose.spec.normal;

import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node;

/// Resolves the entries of a service's `environment` that are a list item without a value.
public final class EnvironmentEntries implements LoadStep {
  @Override
  public Node.Mapping apply(Node.Mapping document, LoadContext context) {
    Variables variables = Variables.of(context);
    return Edit.eachService(
        document,
        service ->
            service.get("environment").orElse(service) instanceof Node.Sequence
                ? variables.resolve(service, "environment", Variables.Unset.KEPT)
                : service);
  }
}
