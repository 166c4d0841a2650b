package dev.jcompose.spec.diagnostic;

import java.util.List;

/// The files do not make a project; the diagnostics say why, sorted by place, at least one of them
/// an error.
public final class InvalidProjectException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public InvalidProjectException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
            .map(Diagnostic::message)
            .findFirst()
            .orElse("the project has errors"));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /// All that was found, warnings included.
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
