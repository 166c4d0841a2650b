package dev.jcompose.cli.progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last lines of something longer.
final class Tail {
  private final int most;
  private final Deque<String> lines = new ArrayDeque<>();

  Tail(int most) {
    this.most = most;
  }

  void add(String line) {
    lines.addLast(line.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "").replaceAll("\\p{Cntrl}", " "));
    if (lines.size() > most) {
      lines.removeFirst();
    }
  }

  void clear() {
    lines.clear();
  }

  /// Those that fit into so many rows and columns.
  List<String> fitting(int rows, int columns) {
    int skipped = Math.max(0, lines.size() - Math.max(0, rows));
    return lines.stream().skip(skipped).map(line -> cut(line, columns)).toList();
  }

  private static String cut(String line, int columns) {
    int room = Math.max(1, columns);
    return line.codePointCount(0, line.length()) <= room
        ? line
        : line.substring(0, line.offsetByCodePoints(0, room - 1)) + "…";
  }
}
