package dev.jcompose.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.lint.Linted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LintTextTest {
  @Test
  void noFindingShowsALineThatHoldsAPassword() {
    var sources = new Sources();
    sources.add(
        new SourceFile(
            "compose.yaml",
            Optional.empty(),
            """
            db: {image: db:latest, environment: {PASSWORD: swordfish}}
            web: {image: web:latest}
            """));
    var text =
        LintText.of(
            new Linted(List.of(warning(1, 13), warning(2, 14)), List.of(span(1, 48))), sources);
    assertThat(text).doesNotContain("swordfish").contains("  2 | web: {image: web:latest}");
  }

  private static Diagnostic warning(int line, int column) {
    return Diagnostic.warning("unpinned-image", "found", span(line, column), NodePath.ROOT);
  }

  private static Span span(int line, int column) {
    return new Span("compose.yaml", line, column, line, column + 9);
  }
}
