package dev.jcompose.cli.ui;

import dev.jcompose.model.ServiceName;
import java.util.List;

/// Something to be done beside drawing.
sealed interface UiEffect {
  /// Tell what the containers of that row write, and of no others.
  record Follow(Row.Id row) implements UiEffect {}

  /// Measure these replicas, and no others.
  record Measure(List<Replica> running) implements UiEffect {
    public Measure {
      running = List.copyOf(running);
    }
  }

  /// Do that to services.
  ///
  /// @param services empty: all
  record Act(Action action, List<ServiceName> services) implements UiEffect {
    public Act {
      services = List.copyOf(services);
    }

    /// E.g. `restart web`.
    String words() {
      return action.word() + " " + (services.isEmpty() ? "all" : services.getFirst().value());
    }
  }

  record Shell(Replica replica) implements UiEffect {}

  /// Let the shell that started us have the terminal.
  record Suspend() implements UiEffect {}

  /// Draw all of it again.
  record Redraw() implements UiEffect {}

  /// Leave.
  ///
  /// @param exitCode ours
  record Quit(int exitCode) implements UiEffect {}
}
