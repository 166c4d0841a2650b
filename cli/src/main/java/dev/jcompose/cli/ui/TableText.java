package dev.jcompose.cli.ui;

import dev.jcompose.cli.text.Paint;
import dev.jcompose.cli.text.Paint.Colour;
import dev.jcompose.cli.text.Sizes;
import dev.jcompose.model.Orders;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// The table of services and replicas. Columns that there is no room for are left out, the least
/// important first.
final class TableText {
  private static final String NOT_MADE = "not created";
  private static final int GAP = 2;
  private static final List<Health> WORSE =
      List.of(Health.HEALTHY, Health.STARTING, Health.UNHEALTHY);

  private final UiState state;
  private final Paint paint;

  TableText(UiState state, Paint paint) {
    this.state = state;
    this.paint = paint;
  }

  /// What a column shows.
  ///
  /// @param rank the higher it is, the sooner the column is left out
  private record Column(String title, int rank, Align align, Function<Row, String> text) {}

  private enum Align {
    LEFT,
    RIGHT
  }

  /// The head and those rows around the selected one that there is room for.
  List<String> lines(int columns, int room) {
    var rows = state.stack().rows();
    var shown = fitting(rows, columns);
    var lines = new ArrayList<String>();
    lines.add(paint.in(Colour.FAINT, line("  ", shown, columns, rows, Column::title)));
    int below = Math.max(0, room - 1);
    int first =
        Math.clamp(state.place(rows) - (long) below / 2, 0, Math.max(0, rows.size() - below));
    rows.stream()
        .skip(first)
        .limit(below)
        .forEach(row -> lines.add(row(row, shown, columns, rows)));
    return lines.subList(0, Math.clamp(room, 0, lines.size()));
  }

  private String row(Row row, List<Column> shown, int columns, List<Row> rows) {
    boolean isSelected = state.selected().filter(row.id()::equals).isPresent();
    var text =
        line(isSelected ? "> " : "  ", shown, columns, rows, column -> column.text().apply(row));
    return isSelected
        ? paint.in(Colour.INVERSE, Cells.fill(text, columns))
        : paint.in(colour(row), text);
  }

  private static String line(
      String mark, List<Column> shown, int columns, List<Row> rows, Function<Column, String> cell) {
    var line = new StringBuilder(mark);
    for (Column column : shown) {
      int width = width(column, rows);
      line.append(
          switch (column.align()) {
            case LEFT -> Cells.fill(cell.apply(column), width);
            case RIGHT -> Cells.fillLeft(cell.apply(column), width);
          });
      line.append(" ".repeat(GAP));
    }
    return Cells.cut(line.toString().stripTrailing(), columns);
  }

  private static int width(Column column, List<Row> rows) {
    return Stream.concat(Stream.of(column.title()), rows.stream().map(column.text()))
        .mapToInt(Cells::width)
        .max()
        .orElse(0);
  }

  private List<Column> fitting(List<Row> rows, int columns) {
    var shown = new ArrayList<>(all());
    while (shown.size() > 2 && total(shown, rows) > columns) {
      shown.remove(shown.stream().max(Orders.by(Column::rank)).orElseThrow());
    }
    return shown;
  }

  /// The last column may be cut down to its title.
  private static int total(List<Column> shown, List<Row> rows) {
    int total = GAP;
    for (Column column : shown) {
      total +=
          column.equals(shown.getLast()) ? Cells.width(column.title()) : width(column, rows) + GAP;
    }
    return total;
  }

  private List<Column> all() {
    var stack = state.stack();
    return List.of(
        new Column("SERVICE", 0, Align.LEFT, row -> (row.isNested() ? "  " : "") + row.name()),
        new Column("STATE", 1, Align.LEFT, TableText::stateOf),
        new Column("HEALTH", 4, Align.LEFT, TableText::healthOf),
        new Column("RESTARTS", 6, Align.RIGHT, row -> restarts(row)),
        new Column(
            "CPU",
            2,
            Align.RIGHT,
            row ->
                stack
                    .use(row.replicas())
                    .map(use -> String.format(Locale.ROOT, "%.1f%%", use.cpu()))
                    .orElse("")),
        new Column(
            "MEMORY",
            3,
            Align.RIGHT,
            row -> stack.use(row.replicas()).map(use -> Sizes.binary(use.memory())).orElse("")),
        new Column("PORTS", 5, Align.LEFT, TableText::ports));
  }

  private String restarts(Row row) {
    int count = state.stack().restarts(row.replicas());
    return count == 0 ? "" : Integer.toString(count);
  }

  private static String ports(Row row) {
    return row.replicas().size() == 1 ? row.replicas().getFirst().ports() : "";
  }

  private static String stateOf(Row row) {
    var all = row.replicas();
    return switch (all.size()) {
      case 0 -> NOT_MADE;
      case 1 -> all.getFirst().stateText();
      default -> all.stream().filter(Replica::isRunning).count() + "/" + all.size() + " running";
    };
  }

  /// The worst of its replicas.
  private static String healthOf(Row row) {
    return row.replicas().stream()
        .filter(Replica::isRunning)
        .map(Replica::health)
        .filter(health -> health != Health.NONE)
        .max(Orders.by(WORSE::indexOf))
        .map(health -> health.name().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static Colour colour(Row row) {
    var all = row.replicas();
    if (all.stream().anyMatch(Replica::isInTrouble)) {
      return Colour.RED;
    }
    if (all.stream().anyMatch(replica -> replica.state() == State.PAUSED)) {
      return Colour.YELLOW;
    }
    return row.running().isPresent() ? Colour.GREEN : Colour.FAINT;
  }
}
