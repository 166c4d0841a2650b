package dev.jcompose.cli.project;

import dev.jcompose.cli.host.Host;
import dev.jcompose.cli.text.Annotation;
import dev.jcompose.cli.text.DiagnosticJson;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.DiagnosticPrinter;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Shows what was found while files were loaded, on standard error. In GitHub Actions it is said a
/// second time, as annotations.
final class Findings {
  private final Host host;
  private final Sources sources;
  private final DiagnosticForm form;

  Findings(Host host, Sources sources, DiagnosticForm form) {
    this.host = host;
    this.sources = sources;
    this.form = form;
  }

  void tell(List<Diagnostic> diagnostics) {
    switch (form) {
      case TEXT -> host.streams().err().print(new DiagnosticPrinter(sources).print(diagnostics));
      case JSON ->
          diagnostics.forEach(
              diagnostic -> host.streams().err().println(DiagnosticJson.of(diagnostic)));
    }
    annotate(diagnostics);
  }

  /// Has GitHub Actions show them at their lines; does nothing elsewhere.
  void annotate(List<Diagnostic> diagnostics) {
    if (host.environment().getOrDefault("GITHUB_ACTIONS", "").equals("true")) {
      diagnostics.forEach(diagnostic ->
          host.streams().err().println(Annotation.of(diagnostic, inRepository(diagnostic))));
    }
  }

  /// The diagnostic's file as seen from the top of the repository, where that is known.
  private String inRepository(Diagnostic diagnostic) {
    var name = diagnostic.span().map(Span::file).orElse("");
    Optional<Path> top =
        Optional.ofNullable(host.environment().get("GITHUB_WORKSPACE"))
            .filter(text -> !text.isEmpty())
            .map(text -> Path.of(text).normalize());
    Optional<Path> file = sources.file(name).flatMap(SourceFile::path);
    return top.flatMap(folder ->
            file.filter(path -> path.startsWith(folder))
                .map(path -> folder.relativize(path).toString()))
        .orElse(name);
  }
}
