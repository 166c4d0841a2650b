package dev.jcompose.spec.yaml;

import dev.jcompose.spec.diagnostic.Diagnostic;

/// Ends the reading of a file that it makes no sense to go on with.
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  UnreadableException(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
