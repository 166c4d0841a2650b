package dev.jcompose.spec.diagnostic;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that were read while a project was loaded, for showing lines of them.
///
/// Not safe for use by several threads.
public final class Sources {
  /// How far into a line words are searched for, beginning where the span does.
  private static final int FARTHEST = 10_000;

  private final Map<String, SourceFile> files = new LinkedHashMap<>();
  private final Map<String, Lines> lines = new HashMap<>();

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
    return lines(span.file()).flatMap(lines -> find(lines, span, words)).orElse(span);
  }

  /// Whether `words` stand in a span as they are.
  public boolean hold(Span span, String words) {
    return lines(span.file())
        .flatMap(lines -> find(lines, span, words))
        .filter(found -> found.endLine() < span.endLine() || found.endColumn() <= span.endColumn())
        .isPresent();
  }

  /// Where the lines of the file of that name begin.
  Optional<Lines> lines(String name) {
    return file(name).map(file -> lines.computeIfAbsent(name, _ -> new Lines(file.text())));
  }

  private static Optional<Span> find(Lines lines, Span span, String words) {
    for (int line = span.line(); line <= Math.min(span.endLine(), lines.count()); line++) {
      int from = line == span.line() ? lines.offset(line, span.column()) : lines.start(line);
      int to = Math.min(lines.end(line), from + FARTHEST + words.length());
      int at = lines.text().indexOf(words, from, to);
      if (at >= 0) {
        int column = lines.column(line, at);
        int length = words.codePointCount(0, words.length());
        return Optional.of(new Span(span.file(), line, column, line, column + length));
      }
    }
    return Optional.empty();
  }
}
