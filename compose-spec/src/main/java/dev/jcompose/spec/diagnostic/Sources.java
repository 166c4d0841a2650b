package dev.jcompose.spec.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that were read while a project was loaded, for showing lines of them.
///
/// Not safe for use by several threads while it is filled.
public final class Sources {
  private final Map<String, SourceFile> files = new LinkedHashMap<>();

  /// Notes a file.
  public void add(SourceFile file) {
    files.putIfAbsent(file.name(), file);
  }

  /// The file of that name.
  public Optional<SourceFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /// All of them, in the order they were read.
  public List<SourceFile> all() {
    return List.copyOf(files.values());
  }

  /// Narrows a span to where `words` stand in it; the span itself if they cannot be found as they
  /// are, as in text with escapes.
  public Span within(Span span, String words) {
    return file(span.file()).flatMap(file -> find(file.text(), span, words)).orElse(span);
  }

  private static Optional<Span> find(String text, Span span, String words) {
    String[] lines = text.split("\n", -1);
    for (int line = span.line(); line <= Math.min(span.endLine(), lines.length); line++) {
      String content = lines[line - 1];
      int from = line == span.line() ? index(content, span.column()) : 0;
      int at = content.indexOf(words, from);
      if (at >= 0) {
        int column = content.codePointCount(0, at) + 1;
        int length = words.codePointCount(0, words.length());
        return Optional.of(new Span(span.file(), line, column, line, column + length));
      }
    }
    return Optional.empty();
  }

  private static int index(String line, int column) {
    int points = Math.min(column - 1, line.codePointCount(0, line.length()));
    return line.offsetByCodePoints(0, points);
  }
}
