package dev.jcompose.spec.lint;

import dev.jcompose.model.Orders;
import dev.jcompose.spec.LoadedProject;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Looks for what a project may do better.
///
/// @param rules the names of those that count
public record Linter(Predicate<String> rules) {
  private static final Comparator<Diagnostic> BY_PLACE =
      Orders.inTurn(
          Orders.by((Diagnostic found) -> found.span().isEmpty()),
          Orders.by(found -> found.span().orElse(new Span("", 0, 0, 0, 0))),
          Orders.by(found -> found.path().toString()),
          Orders.by(Diagnostic::code));

  /// All that is found, and what loading warned of, sorted by place, without what comments in the
  /// files suppress.
  ///
  /// @param sources the files that the project was loaded from
  public Linted lint(LoadedProject loaded, Sources sources) {
    List<Diagnostic> found = new ArrayList<>(loaded.warnings());
    Stack stack = new Stack(loaded.read().document(), sources);
    for (Rule rule : Rules.ALL) {
      rule.check().look(stack, new Report(rule, found));
    }
    Suppressions suppressions = new Suppressions(sources);
    return new Linted(
        found.stream()
            .filter(one -> rules.test(one.code()))
            .filter(one -> !suppressions.cover(one))
            .distinct()
            .sorted(BY_PLACE)
            .toList(),
        found.stream().filter(Rules::tellsOfPassword).flatMap(one -> one.span().stream()).toList());
  }
}
