package dev.jcompose.cli.text;

import java.util.ArrayList;
import java.util.List;

/// Columns as docker draws them: three blanks between, none but the last narrower than ten, unless
/// something else is wanted; the last one is open.
public final class Table {
  private static final Spacing USUAL = new Spacing(10, 3);

  private final List<List<String>> rows = new ArrayList<>();
  private final Spacing spacing;

  /// How columns are kept apart.
  ///
  /// @param narrowest the least width of a column, the gap included
  /// @param gap the least number of blanks between two columns
  public record Spacing(int narrowest, int gap) {}

  /// A table with these words on top.
  public Table(String... head) {
    this(USUAL, head);
  }

  /// The same with other spacing.
  public Table(Spacing spacing, String... head) {
    this.spacing = spacing;
    rows.add(List.of(head));
  }

  /// Adds a row with a cell for each column.
  public void add(String... cells) {
    add(List.of(cells));
  }

  /// Adds a row with a cell for each column.
  public void add(List<String> cells) {
    if (cells.size() != rows.getFirst().size()) {
      throw new IllegalArgumentException(cells.size() + " cells");
    }
    rows.add(List.copyOf(cells));
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
    return Math.max(widest + spacing.gap(), spacing.narrowest());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - length(text));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
