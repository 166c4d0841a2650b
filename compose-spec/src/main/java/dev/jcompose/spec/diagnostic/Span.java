package dev.jcompose.spec.diagnostic;

import java.util.Comparator;

/// A stretch of a source file; lines and columns count from 1, the end is exclusive.
///
/// @param file the {@link SourceFile#name()}
public record Span(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<Span> {
  private static final Comparator<Span> ORDER =
      Comparator.comparing(Span::file)
          .thenComparingInt(Span::line)
          .thenComparingInt(Span::column)
          .thenComparingInt(Span::endLine)
          .thenComparingInt(Span::endColumn);

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }

  /// `file:line:column`, as compilers write it.
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
