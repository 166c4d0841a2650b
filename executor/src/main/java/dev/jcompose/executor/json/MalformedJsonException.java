package dev.jcompose.executor.json;

import java.io.IOException;

/// A text is not JSON. What it says does not quote the text, in which credentials may stand.
public final class MalformedJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  MalformedJsonException(int line, int column) {
    super("what stands at line " + line + ", column " + column + " is not JSON");
    this.line = line;
    this.column = column;
  }

  /// Counted from 1.
  public int line() {
    return line;
  }

  /// Counted from 1.
  public int column() {
    return column;
  }
}
