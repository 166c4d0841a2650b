package dev.jcompose.cli.ui;

import dev.jcompose.model.ServiceName;

/// What fills the window, and what keys mean.
sealed interface Mode {
  /// The table, and logs below it where there is room.
  record Table() implements Mode {}

  /// The logs of the selected row.
  record Logs() implements Mode {}

  /// The same while a filter is typed.
  record Filter(String typed) implements Mode {}

  /// What the keys do.
  record Help() implements Mode {}

  /// The table with a question that is answered by y.
  record Question(Action action, ServiceName service) implements Mode {}
}
