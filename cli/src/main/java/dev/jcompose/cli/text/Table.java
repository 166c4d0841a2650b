package dev.jcompose.cli.text;

import java.util.ArrayList;
import java.util.List;

/// Columns as docker draws them: three blanks between, none but the last narrower than ten or what
/// else is wanted, the last one open.
public final class Table {
  private static final int GAP = 3;
  private static final int NARROWEST = 10;

  private final List<List<String>> rows = new ArrayList<>();
  private final int narrowest;

  /// A table with these words on top.
  public Table(String... head) {
    this(NARROWEST, head);
  }

  /// The same with columns of that width at least, the gap included.
  public Table(int narrowest, String... head) {
    this.narrowest = narrowest;
    rows.add(List.of(head));
  }

  /// Adds a row with a cell for each column.
  public void add(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(cells.length + " cells");
    }
    rows.add(List.of(cells));
  }

  /// All rows, each ending with a line break.
  @Override
  public String toString() {
    var text = new StringBuilder();
    int last = rows.getFirst().size() - 1;
    for (var row : rows) {
      for (int column = 0; column < last; column++) {
        text.append(padded(row.get(column), width(column)));
      }
      text.append(row.get(last)).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    return Math.max(widest + GAP, narrowest);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - length(text));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
