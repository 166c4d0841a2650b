package dev.jcompose.spec.schema;

import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node;

/// Checks a merged document against the schema of Compose files.
public final class SchemaCheck implements LoadStep {

  /// Made when the first document is found at fault, since that takes a while.
  private static final class Shared {
    private static final SchemaValidator VALIDATOR = NetworkntValidator.create();
  }

  @Override
  public Node.Mapping apply(Node.Mapping document, LoadContext context) {
    if (QuickCheck.accepts(document)) {
      return document;
    }
    Shared.VALIDATOR.check(document).stream()
        .map(breach -> Messages.diagnostic(breach, document))
        .forEach(context.problems()::add);
    return document;
  }
}
