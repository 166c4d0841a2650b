package dev.jcompose.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The codes in the sources are those that users can look up.
public final class DiagnosticCodesTest {
  /// A call that makes a diagnostic, directly or through a method beside it.
  private static final Pattern CODE_IN_SOURCE =
      Pattern.compile(
          "\\b(?:Diagnostic\\.error|Diagnostic\\.warning|Diagnostic|Fault|error|errorAt|errorAtKey|errorBelow|errorMissing"
              + "|warning|warningAtKey|report|unreadable|problem)\\(\\s*"
              + "(?:(?:(?:Diagnostic\\.)?Severity\\.\\w+|severity),\\s*)?\"([a-z]+(?:-[a-z]+)*)\"\\s*,");

  private static final Pattern CODE_IN_DOCS =
      Pattern.compile("^### `([a-z-]+)`$", Pattern.MULTILINE);

  @Test
  void eachCodeIsDocumentedAndNoOther() throws IOException {
    NavigableSet<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> collect(CODE_IN_SOURCE, file, used));
    }
    assertThat(documented()).isNotEmpty().isEqualTo(used);
  }

  /// The codes that users can look up.
  public static NavigableSet<String> documented() {
    NavigableSet<String> documented = new TreeSet<>();
    collect(CODE_IN_DOCS, Path.of("../docs/diagnostics.md"), documented);
    return documented;
  }

  private static void collect(Pattern pattern, Path file, NavigableSet<String> codes) {
    try {
      pattern
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .forEach(codes::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
