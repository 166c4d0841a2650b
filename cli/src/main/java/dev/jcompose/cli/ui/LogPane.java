package dev.jcompose.cli.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The last lines of the logs of a row.
///
/// @param of whose they are; empty: nobody's
/// @param filter only lines that have this are shown, however it is capitalised; empty text: all
/// @param held what is shown while the user looks at something further up
record LogPane(Optional<Row.Id> of, List<Line> lines, String filter, Optional<Held> held) {
  /// So many lines are kept.
  static final int MOST = 2000;

  /// Nobody's logs.
  static final LogPane EMPTY = new LogPane(Optional.empty(), List.of(), "", Optional.empty());

  LogPane {
    lines = List.copyOf(lines);
  }

  /// A line of a container's log.
  ///
  /// @param container its name in short
  /// @param text without colours
  record Line(String container, String text) {}

  /// Lines as they were when the user began to scroll.
  ///
  /// @param back how many rows of the window there are below those that are shown
  record Held(List<Line> lines, int back) {
    Held {
      lines = List.copyOf(lines);
    }
  }

  LogPane followed(Row.Id other) {
    return new LogPane(Optional.of(other), List.of(), filter, Optional.empty());
  }

  LogPane filtered(String text) {
    return new LogPane(of, lines, text, Optional.empty());
  }

  LogPane with(List<Line> more) {
    var all = new ArrayList<>(lines);
    all.addAll(more);
    return new LogPane(of, all.subList(Math.max(0, all.size() - MOST), all.size()), filter, held);
  }

  /// Scrolled up by so many rows, or down; at the end it follows again.
  ///
  /// @param columns of the window
  /// @param rows that it has for lines
  LogPane scrolled(int up, int columns, int rows) {
    var shown = held.map(Held::lines).orElse(lines);
    int all = wrapped(shown, columns).size();
    int back = Math.min(held.map(Held::back).orElse(0) + up, Math.max(0, all - rows));
    return new LogPane(
        of, lines, filter, back <= 0 ? Optional.empty() : Optional.of(new Held(shown, back)));
  }

  /// The rows of a window that show the lines, as many as there is room for.
  List<String> window(int columns, int rows) {
    var all = wrapped(held.map(Held::lines).orElse(lines), columns);
    int end = Math.max(0, all.size() - held.map(Held::back).orElse(0));
    return all.subList(Math.max(0, end - Math.max(0, rows)), end);
  }

  private List<String> wrapped(List<Line> some, int columns) {
    boolean named = some.stream().map(Line::container).distinct().count() > 1;
    var wanted = filter.toLowerCase(Locale.ROOT);
    return some.stream()
        .filter(line -> line.text().toLowerCase(Locale.ROOT).contains(wanted))
        .map(line -> named ? line.container() + " | " + line.text() : line.text())
        .flatMap(text -> Cells.wrap(text, columns).stream())
        .toList();
  }
}
