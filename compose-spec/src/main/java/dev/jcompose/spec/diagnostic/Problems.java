package dev.jcompose.spec.diagnostic;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// Collects what is found while a project is loaded. Not safe for use by several threads.
public final class Problems {
  /// Sorts after every place in a file.
  private static final Span NOWHERE = new Span("\uffff", 0, 0, 0, 0);

  private final LinkedHashSet<Diagnostic> found = new LinkedHashSet<>();

  /// Notes a diagnostic; the same one twice counts once.
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /// Whether any of them is an error.
  public boolean hasErrors() {
    return found.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
  }

  /// All of them, sorted by place; those without a place come last.
  public List<Diagnostic> sorted() {
    return found.stream()
        .sorted(
            Comparator.comparing(Problems::place)
                .thenComparing(diagnostic -> diagnostic.path().toString())
                .thenComparing(Diagnostic::message))
        .toList();
  }

  /// Ends loading if there are errors; a stage calls this when it is done.
  ///
  /// @throws InvalidProjectException with all that was found so far, sorted
  public void throwIfErrors() throws InvalidProjectException {
    if (hasErrors()) {
      throw new InvalidProjectException(sorted());
    }
  }

  private static Span place(Diagnostic diagnostic) {
    return diagnostic.span().orElse(NOWHERE);
  }
}
