package dev.jcompose.spec.load;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;

/// Drops `version`, which has meant nothing for years.
final class ObsoleteVersion implements LoadStep {
  @Override
  public Mapping apply(Mapping document, LoadContext context) {
    Field version = document.fields().get("version");
    if (version == null) {
      return document;
    }
    context
        .problems()
        .add(
            Diagnostic.warning(
                "obsolete-version",
                "the attribute `version` is obsolete, it will be ignored, please remove it to avoid"
                    + " potential confusion",
                version.keySpan(),
                NodePath.of("version")));
    return document.without("version");
  }
}
