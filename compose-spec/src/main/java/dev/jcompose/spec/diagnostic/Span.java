package dev.jcompose.spec.diagnostic;

/// A stretch of a source file; lines and columns count from 1, the end is exclusive.
///
/// @param file the {@link SourceFile#name()}
public record Span(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<Span> {
  /// By file, then from the top down.
  @Override
  public int compareTo(Span other) {
    int order = file.compareTo(other.file);
    order = order != 0 ? order : Integer.compare(line, other.line);
    order = order != 0 ? order : Integer.compare(column, other.column);
    order = order != 0 ? order : Integer.compare(endLine, other.endLine);
    return order != 0 ? order : Integer.compare(endColumn, other.endColumn);
  }

  /// `file:line:column`, as compilers write it.
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
