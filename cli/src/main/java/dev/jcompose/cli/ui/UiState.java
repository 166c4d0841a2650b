package dev.jcompose.cli.ui;

import dev.jcompose.cli.host.Screen;
import java.util.List;
import java.util.Optional;

/// All that is shown.
///
/// @param selected empty while there are no rows
/// @param lost why the engine does not answer, if so
record UiState(
    Stack stack,
    Optional<Row.Id> selected,
    Mode mode,
    LogPane logs,
    News news,
    Optional<String> lost,
    Screen.Size size) {
  static UiState of(Stack stack, Screen.Size size) {
    var rows = stack.rows();
    return new UiState(
        stack,
        rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst().id()),
        new Mode.Table(),
        LogPane.EMPTY,
        News.NONE,
        Optional.empty(),
        size);
  }

  /// The row that keys are about.
  Optional<Row> row() {
    return stack.rows().stream().filter(row -> selected.equals(Optional.of(row.id()))).findFirst();
  }

  /// The place of the selected row; 0 if there is none.
  int place(List<Row> rows) {
    return Math.max(0, rows.stream().map(Row::id).toList().indexOf(selected.orElse(null)));
  }

  UiState with(Stack other) {
    return new UiState(other, selected, mode, logs, news, lost, size);
  }

  UiState selecting(Row.Id row) {
    return new UiState(stack, Optional.of(row), mode, logs, news, lost, size);
  }

  UiState with(Mode other) {
    return new UiState(stack, selected, other, logs, news, lost, size);
  }

  UiState with(LogPane other) {
    return new UiState(stack, selected, mode, other, news, lost, size);
  }

  UiState with(News other) {
    return new UiState(stack, selected, mode, logs, other, lost, size);
  }

  UiState with(Screen.Size other) {
    return new UiState(stack, selected, mode, logs, news, lost, other);
  }

  UiState lost(String why) {
    return new UiState(stack, selected, mode, logs, news, Optional.of(why), size);
  }

  UiState found() {
    return new UiState(stack, selected, mode, logs, news, Optional.empty(), size);
  }
}
