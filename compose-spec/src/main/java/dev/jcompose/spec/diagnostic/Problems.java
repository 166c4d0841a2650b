package dev.jcompose.spec.diagnostic;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects what is found while a project is loaded. Not safe for use by several threads.
public final class Problems {
  /// Sorts after every place in a file.
  private static final Span NOWHERE = new Span("\uffff", 0, 0, 0, 0);

  private final LinkedHashSet<Diagnostic> found = new LinkedHashSet<>();
  private final Set<Span> faulty = new HashSet<>();

  /// Notes a diagnostic; the same one twice counts once. Where an earlier stage has found an error,
  /// a later one would say the same in other words, so it is left out.
  public void add(Diagnostic diagnostic) {
    if (diagnostic.span().filter(faulty::contains).isEmpty()) {
      found.add(diagnostic);
    }
  }

  /// Has later errors about what stands exactly there left out: it is known to be wrong.
  public void distrust(Span span) {
    faulty.add(span);
  }

  /// Begins another stage, in which what is said so far goes without saying.
  public void nextStage() {
    for (Diagnostic diagnostic : found) {
      if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
        diagnostic.span().ifPresent(faulty::add);
      }
    }
  }

  /// Whether any of them is an error.
  public boolean hasErrors() {
    return errors() > 0;
  }

  /// How many of them are errors.
  public int errors() {
    return (int) found.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).count();
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

  /// Ends loading if there are errors.
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
