package dev.jcompose.spec;

import dev.jcompose.model.Project;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.yaml.Node;
import java.util.List;

/// A project, and the document it was made of.
///
/// @param settled that document as it was bound: with what the services' files of variables say
public record LoadedProject(Project project, LoadedDocument read, Node.Mapping settled) {

  /// What the user should know although the project is fine, sorted by place.
  public List<Diagnostic> warnings() {
    return read.context().problems().sorted();
  }
}
