package dev.jcompose.executor.access;

import java.util.List;

/// Processes as `ps` shows them.
///
/// @param titles the heads of the columns
/// @param rows as many cells each
public record ProcessTable(List<String> titles, List<List<String>> rows) {
  public ProcessTable {
    titles = List.copyOf(titles);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
