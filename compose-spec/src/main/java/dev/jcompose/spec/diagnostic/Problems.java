package dev.jcompose.spec.diagnostic;

import dev.jcompose.spec.diagnostic.Diagnostic.Severity;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Collects what is found while a project is loaded. Not safe for use by several threads.
///
/// Of thousands of errors or warnings the first are kept and the others only counted.
public final class Problems {
  /// How many errors are kept, and how many warnings.
  static final int MOST = 1_000;

  /// Sorts after every place in a file.
  private static final Span NOWHERE = new Span("\uffff", 0, 0, 0, 0);

  private final LinkedHashSet<Diagnostic> found = new LinkedHashSet<>();
  private final Set<Span> faulty = new HashSet<>();
  private final Map<Severity, Integer> kept = new EnumMap<>(Severity.class);
  private final Map<Severity, Integer> left = new EnumMap<>(Severity.class);

  /// Notes a diagnostic; the same one twice counts once. Where an earlier stage has found an error,
  /// a later one would say the same in other words, so it is left out.
  public void add(Diagnostic diagnostic) {
    if (diagnostic.span().filter(faulty::contains).isPresent() || found.contains(diagnostic)) {
      return;
    }
    Severity severity = diagnostic.severity();
    if (hasRoomFor(severity)) {
      found.add(diagnostic);
      kept.merge(severity, 1, Integer::sum);
    } else {
      left.merge(severity, 1, Integer::sum);
    }
  }

  /// Whether another diagnostic is kept. If not, only that there is one counts, and looking for its
  /// exact place can be spared.
  public boolean hasRoomFor(Severity severity) {
    return kept.getOrDefault(severity, 0) < MOST;
  }

  /// Has later errors about what stands exactly there left out: it is known to be wrong.
  public void distrust(Span span) {
    faulty.add(span);
  }

  /// Begins another stage, in which what is said so far goes without saying.
  public void nextStage() {
    for (Diagnostic diagnostic : found) {
      if (diagnostic.severity() == Severity.ERROR) {
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
    return kept.getOrDefault(Severity.ERROR, 0) + left.getOrDefault(Severity.ERROR, 0);
  }

  /// How many of those that were kept are errors with such a code.
  public int errors(Predicate<String> code) {
    return (int)
        found.stream()
            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
            .filter(diagnostic -> code.test(diagnostic.code()))
            .count();
  }

  /// All that were kept, sorted by place; those without a place come last, and behind them how many
  /// there are beside these.
  public List<Diagnostic> sorted() {
    return Stream.concat(
            found.stream(),
            left.entrySet().stream().map(more -> rest(more.getKey(), more.getValue())))
        .sorted(Problems::inOrder)
        .toList();
  }

  private static int inOrder(Diagnostic one, Diagnostic other) {
    int order = place(one).compareTo(place(other));
    order = order != 0 ? order : one.path().toString().compareTo(other.path().toString());
    return order != 0 ? order : one.message().compareTo(other.message());
  }

  /// Ends loading if there are errors.
  ///
  /// @throws InvalidProjectException with all that was found so far, sorted
  public void throwIfErrors() throws InvalidProjectException {
    if (hasErrors()) {
      throw new InvalidProjectException(sorted());
    }
  }

  private static Diagnostic rest(Severity severity, int number) {
    String noun = severity == Severity.ERROR ? "error" : "warning";
    return new Diagnostic(
        severity,
        "more-problems",
        "there are " + number + " more " + noun + "s than are told here",
        Optional.empty(),
        NodePath.ROOT,
        Optional.of("They are of no use before those above are mended."));
  }

  private static Span place(Diagnostic diagnostic) {
    return diagnostic.span().orElse(NOWHERE);
  }
}
