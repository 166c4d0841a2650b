package dev.jcompose.spec;

import dev.jcompose.model.Project;
import dev.jcompose.spec.diagnostic.Diagnostic;
import java.util.List;

/// A project, and the document it was made of.
public record LoadedProject(Project project, LoadedDocument read) {

  /// What the user should know although the project is fine, sorted by place.
  public List<Diagnostic> warnings() {
    return read.context().problems().sorted();
  }
}
