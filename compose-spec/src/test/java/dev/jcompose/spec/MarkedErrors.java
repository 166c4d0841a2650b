package dev.jcompose.spec;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The errors that files say they have: `# ERROR: message` at the end of the line at fault, several
/// times if it has several.
final class MarkedErrors {
  private static final String MARK = "# ERROR: ";

  private MarkedErrors() {}

  /// `file:line: message` for each mark in the files of a folder.
  static List<String> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("origins.txt"))
          .sorted()
          .flatMap(file -> marks(folder.relativize(file), file).stream())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same of what was found.
  static List<String> of(InvalidProjectException e) {
    return e.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
        .map(diagnostic ->
            diagnostic.span().map(span -> span.file() + ":" + span.line()).orElse("-")
                + ": "
                + diagnostic.message())
        .sorted()
        .toList();
  }

  private static List<String> marks(Path name, Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> marks = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        List<String> parts = List.of(lines.get(i).split(MARK, -1));
        for (String message : parts.subList(1, parts.size())) {
          marks.add(name + ":" + (i + 1) + ": " + message.strip());
        }
      }
      return marks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
