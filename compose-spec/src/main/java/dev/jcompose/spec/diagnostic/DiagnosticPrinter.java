package dev.jcompose.spec.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Shows diagnostics the way compilers do: what and where, the line itself, what to do.
///
/// ```
/// error: compose.yaml:14:9: services.web.ports[0]: host port 80800 is out of range
///   14 |       - "80800:80"
///      |         ^^^^^^^^^^
///   Ports run from 1 to 65535.
/// ```
public final class DiagnosticPrinter {
  private final Sources sources;
  private final Predicate<Span> isShown;

  public DiagnosticPrinter(Sources sources) {
    this(sources, _ -> true);
  }

  /// @param isShown whether the line at that place may be shown
  public DiagnosticPrinter(Sources sources, Predicate<Span> isShown) {
    this.sources = sources;
    this.isShown = isShown;
  }

  /// All of them below each other, each ending with a line break.
  public String print(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    diagnostics.forEach(diagnostic -> out.append(print(diagnostic)));
    return out.toString();
  }

  /// One of them; the first line stands alone when it is searched for.
  public String print(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    out.append(diagnostic.severity().name().toLowerCase(Locale.ROOT)).append(": ");
    diagnostic.span().ifPresent(span -> out.append(span).append(": "));
    if (!diagnostic.path().segments().isEmpty()) {
      out.append(LongText.cut(diagnostic.path().toString())).append(": ");
    }
    out.append(diagnostic.message()).append('\n');
    diagnostic.span().filter(isShown).ifPresent(span -> appendExcerpt(out, span));
    diagnostic.hint().ifPresent(hint -> out.append("  ").append(hint).append('\n'));
    return out.toString();
  }

  private void appendExcerpt(StringBuilder out, Span span) {
    sources
        .lines(span.file())
        .filter(lines -> lines.start(span.line()) < lines.text().length())
        .ifPresent(lines -> out.append(Excerpt.of(lines, span)));
  }
}
