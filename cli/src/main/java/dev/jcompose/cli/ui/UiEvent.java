package dev.jcompose.cli.ui;

import dev.jcompose.cli.host.Screen;
import dev.jcompose.executor.access.Usage;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ContainerId;
import java.util.List;
import java.util.SequencedMap;

/// Something that may change what is shown.
sealed interface UiEvent {
  record Pressed(Key key) implements UiEvent {}

  /// The containers of the project have changed, or were seen for the first time.
  ///
  /// @param restarts how often containers were started again
  record Seen(List<Replica> replicas, SequencedMap<ContainerId, Integer> restarts)
      implements UiEvent {
    public Seen {
      replicas = List.copyOf(replicas);
      restarts = Ordered.map(restarts);
    }
  }

  record Measured(SequencedMap<ContainerId, Usage> usage) implements UiEvent {
    public Measured {
      usage = Ordered.map(usage);
    }
  }

  /// Containers of a row have written something.
  record Wrote(Row.Id row, List<LogPane.Line> lines) implements UiEvent {
    public Wrote {
      lines = List.copyOf(lines);
    }
  }

  /// The engine does not answer. {@link Seen} says that it does again.
  record Lost(String why) implements UiEvent {}

  record Said(String words, News.Tone tone) implements UiEvent {}

  /// An action has ended.
  record Ended(String words, News.Tone tone) implements UiEvent {}

  record Resized(Screen.Size size) implements UiEvent {}
}
