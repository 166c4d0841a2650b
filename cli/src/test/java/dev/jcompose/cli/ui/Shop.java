package dev.jcompose.cli.ui;

import dev.jcompose.cli.host.Screen;
import dev.jcompose.cli.text.Paint;
import dev.jcompose.executor.access.Usage;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A user who looks at a project with a database, two replicas of a server, and a service that has
/// not been created.
final class Shop {
  static final Replica DB =
      new Replica(
          id("d1"),
          new ServiceName("db"),
          "db-1",
          State.RUNNING,
          Health.HEALTHY,
          Optional.empty(),
          "127.0.0.1:5432->5432/tcp");
  static final Replica WEB_1 = web(1, State.RUNNING, Optional.empty());
  static final Replica WEB_2 = web(2, State.EXITED, Optional.of(3));

  private UiState state;
  private List<UiEffect> effects = List.of();

  private Shop(UiState state) {
    this.state = state;
  }

  static Shop at(int columns, int rows) {
    var declared = Ordered.set(List.of(new ServiceName("db"), new ServiceName("mail")));
    var stack = Stack.of(new ProjectName("shop"), declared);
    return new Shop(UiState.of(stack, new Screen.Size(columns, rows)))
        .seeing(DB, WEB_1, WEB_2)
        .happening(
            new UiEvent.Measured(
                Ordered.map(
                    new LinkedHashMap<>(
                        Map.of(DB.id(), new Usage(12.34, 50L << 20, 0, 0, 0, 0, 0, 0))))));
  }

  private static Replica web(int number, State state, Optional<Integer> exitCode) {
    return new Replica(
        id("e" + number),
        new ServiceName("web"),
        "web-" + number,
        state,
        Health.NONE,
        exitCode,
        "");
  }

  private static ContainerId id(String beginning) {
    return new ContainerId(beginning.repeat(32));
  }

  Shop happening(UiEvent event) {
    var update = Update.of(state, event);
    state = update.state();
    effects = update.effects();
    return this;
  }

  Shop seeing(Replica... replicas) {
    return happening(new UiEvent.Seen(List.of(replicas), Ordered.map()));
  }

  Shop pressing(Key key) {
    return happening(new UiEvent.Pressed(key));
  }

  /// Presses a key for each character; a line break is Enter.
  Shop typing(String text) {
    text.chars()
        .forEach(character ->
            pressing(character == '\n' ? Key.Special.ENTER : new Key.Typed(character)));
    return this;
  }

  /// The selected row writes lines with these numbers.
  Shop writing(String container, int from, int to) {
    var lines = new ArrayList<LogPane.Line>();
    for (int number = from; number <= to; number++) {
      lines.add(new LogPane.Line(container, "line " + number));
    }
    return happening(new UiEvent.Wrote(state.selected().orElseThrow(), lines));
  }

  UiState state() {
    return state;
  }

  /// What came of the last event.
  List<UiEffect> effects() {
    return effects;
  }

  String screen() {
    var text = new StringBuilder();
    Drawn.of(state, Paint.OFF).forEach(line -> text.append(line.stripTrailing()).append('\n'));
    return text.toString();
  }
}
