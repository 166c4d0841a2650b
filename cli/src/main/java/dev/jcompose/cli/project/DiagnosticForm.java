package dev.jcompose.cli.project;

/// How diagnostics are shown on standard error.
public enum DiagnosticForm {
  /// With the line they are about, for people.
  TEXT,
  /// A JSON object a line, for editors and other programs.
  JSON
}
