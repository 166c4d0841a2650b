package dev.jcompose.spec.diagnostic;

import java.util.Optional;

/// Something the user should know about their files.
///
/// @param code a stable word for the kind of problem, e.g. `unknown-key`
/// @param message one sentence, present tense, that stands alone; the middle of a very long one is
///   left out, since it quotes what the user wrote
/// @param span where the user typed it, if it was typed at all
/// @param path where it stands in the document
/// @param hint what to do about it, or why it is so
public record Diagnostic(
    Severity severity,
    String code,
    String message,
    Optional<Span> span,
    NodePath path,
    Optional<String> hint) {

  public Diagnostic {
    message = LongText.cut(message);
    hint = hint.map(LongText::cut);
  }

  /// How bad it is.
  public enum Severity {
    /// The project cannot be used.
    ERROR,
    /// It can, but probably not as meant.
    WARNING,
    /// It is fine, and could be better.
    NOTE
  }

  /// A problem that stops the project from being used.
  public static Diagnostic error(String code, String message, Span span, NodePath path) {
    return new Diagnostic(Severity.ERROR, code, message, Optional.of(span), path, Optional.empty());
  }

  /// A remark that does not.
  public static Diagnostic warning(String code, String message, Span span, NodePath path) {
    return new Diagnostic(
        Severity.WARNING, code, message, Optional.of(span), path, Optional.empty());
  }

  /// This diagnostic with a hint.
  public Diagnostic withHint(String text) {
    return new Diagnostic(severity, code, message, span, path, Optional.of(text));
  }
}
