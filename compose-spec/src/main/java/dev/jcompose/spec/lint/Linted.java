package dev.jcompose.spec.lint;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.Diagnostic.Severity;
import dev.jcompose.spec.diagnostic.Span;
import java.util.Collection;
import java.util.List;

/// What was found.
///
/// @param shown what is told, sorted by place
/// @param passwords where passwords stand, whether that is told or not
public record Linted(List<Diagnostic> shown, Collection<Span> passwords) {
  public Linted {
    shown = List.copyOf(shown);
    passwords = List.copyOf(passwords);
  }

  /// Without what is less severe.
  public Linted atLeast(Severity least) {
    return new Linted(
        shown.stream().filter(one -> one.severity().compareTo(least) <= 0).toList(), passwords);
  }

  /// Whether a line of a file may be shown to whoever reads what was found.
  public boolean mayShow(Span line) {
    return passwords.stream()
        .noneMatch(place -> place.file().equals(line.file()) && place.line() == line.line());
  }
}
