package dev.jcompose.spec.lint;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/// Takes what the check of one rule finds.
record Report(Rule rule, List<Diagnostic> found) {

  /// Something about an element as a whole; the place is its key.
  void at(Part part, String message) {
    add(part.keySpan(), part.path(), message);
  }

  /// Something about an attribute; the place is its value.
  void at(Part part, String attribute, String message) {
    add(
        part.node().get(attribute).orElse(part.node()).span(),
        part.path().child(attribute),
        message);
  }

  /// Something about a word.
  void at(Word word, String message) {
    add(word.span(), word.path(), message);
  }

  private void add(Span span, NodePath path, String message) {
    found.add(
        new Diagnostic(
            rule.severity(),
            rule.name(),
            message,
            Optional.of(span),
            path,
            Optional.of(rule.reason() + " " + rule.remedy())));
  }
}
