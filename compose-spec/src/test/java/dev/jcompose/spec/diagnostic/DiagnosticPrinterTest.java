package dev.jcompose.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DiagnosticPrinterTest {
  private static String print(String text, Span span) {
    Sources sources = new Sources();
    sources.add(new SourceFile("compose.yaml", Optional.empty(), text));
    return new DiagnosticPrinter(sources)
        .print(
            Diagnostic.error("port", "host port 80800 is out of range", span, NodePath.of("a"))
                .withHint("Ports run from 1 to 65535."));
  }

  private static Span at(int line, int column, int endColumn) {
    return new Span("compose.yaml", line, column, line, endColumn);
  }

  @Test
  void showsTheLineWithCaretsUnderTheSpan() {
    assertThat(print("ports:\n  - \"80800:80\"\n", at(2, 5, 15)))
        .isEqualTo(
            """
            error: compose.yaml:2:5: a: host port 80800 is out of range
              2 |   - "80800:80"
                |     ^^^^^^^^^^
              Ports run from 1 to 65535.
            """);
  }

  @Test
  void tabsAndWideCharactersDoNotMoveTheCaret() {
    assertThat(print("\t日本: é😀x", at(1, 6, 9))).contains("  1 | \t日本: é😀x\n    | \t      ^^^^\n");
  }

  @Test
  void aLineThatMayNotBeShownIsNot() {
    Sources sources = new Sources();
    sources.add(new SourceFile("compose.yaml", Optional.empty(), "a: 1\nb: 2\n"));
    var printer = new DiagnosticPrinter(sources, span -> span.line() != 2);
    var path = NodePath.of("a");
    assertThat(printer.print(Diagnostic.error("x", "no", at(1, 1, 2), path))).contains("a: 1");
    assertThat(printer.print(Diagnostic.error("x", "no", at(2, 1, 2), path)))
        .isEqualTo("error: compose.yaml:2:1: a: no\n");
  }

  @Test
  void emptySpanGetsOneCaret() {
    assertThat(print("image:\n", at(1, 7, 7))).contains("  1 | image:\n    |       ^\n");
  }

  @Test
  void spanOverSeveralLinesIsMarkedToTheEndOfTheFirst() {
    assertThat(print("a: [1,\n 2]\n", new Span("compose.yaml", 1, 4, 2, 4)))
        .contains("    |    ^^^\n");
  }

  @Test
  void ofALongLineOnlyThePartAroundTheSpanIsShown() {
    String printed = print("x".repeat(1000) + "here" + "y".repeat(1000), at(1, 1001, 1005));

    assertThat(printed.lines()).allMatch(line -> line.length() < 200);
    assertThat(printed).contains("xhere", "^^^^\n");
  }

  @Test
  void withoutASourceTheFirstLineStandsAlone() {
    assertThat(
            new DiagnosticPrinter(new Sources())
                .print(
                    new Diagnostic(
                        Diagnostic.Severity.WARNING,
                        "some",
                        "something",
                        Optional.empty(),
                        NodePath.ROOT,
                        Optional.empty())))
        .isEqualTo("warning: something\n");
  }
}
