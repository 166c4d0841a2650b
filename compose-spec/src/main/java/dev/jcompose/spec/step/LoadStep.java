package dev.jcompose.spec.step;

import dev.jcompose.spec.yaml.Node;

/// One step on the way from a document to a project.
@FunctionalInterface
public interface LoadStep {
  /// Gives the changed document; problems go into the context, and the step carries on as well as
  /// it can.
  Node.Mapping apply(Node.Mapping document, LoadContext context);
}
