package dev.jcompose.cli.ui;

import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.ui.Key.Special;
import dev.jcompose.cli.ui.News.Tone;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerStatus.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What comes of an event: the next state, and what is to be done.
record Update(UiState state, List<UiEffect> effects) {
  /// Rows of the window that are not for logs when they fill it.
  static final int ROWS_AROUND_LOGS = 2;

  Update {
    effects = List.copyOf(effects);
  }

  /// A pure function.
  static Update of(UiState before, UiEvent event) {
    var update =
        switch (event) {
          case UiEvent.Pressed(Key key) -> pressed(before, key);
          case UiEvent.Seen seen -> seen(before, seen);
          case UiEvent.Measured(var usage) -> only(before.with(before.stack().measured(usage)));
          case UiEvent.Wrote(var row, var lines) ->
              only(
                  before.logs().of().equals(Optional.of(row))
                      ? before.with(before.logs().with(lines))
                      : before);
          case UiEvent.Lost(String why) -> only(before.lost(why));
          case UiEvent.Said(String words, Tone tone) ->
              only(before.with(before.news().said(words, tone)));
          case UiEvent.Ended(String words, Tone tone) ->
              only(before.with(before.news().ended(words, tone)));
          case UiEvent.Resized(var size) -> only(before.with(size));
        };
    return update.following(before.lost().isPresent() && update.state.lost().isEmpty());
  }

  private static Update only(UiState state) {
    return new Update(state, List.of());
  }

  private static Update doing(UiState state, UiEffect effect) {
    return new Update(state, List.of(effect));
  }

  /// The logs are those of the selected row; they are asked for anew when they broke off.
  private Update following(boolean again) {
    var selected = state.selected();
    if (selected.isEmpty() || (state.logs().of().equals(selected) && !again)) {
      return this;
    }
    var all = new ArrayList<>(effects);
    all.add(new UiEffect.Follow(selected.get()));
    return new Update(state.with(state.logs().followed(selected.get())), all);
  }

  private static Update seen(UiState before, UiEvent.Seen seen) {
    var running = seen.replicas().stream().filter(Replica::isRunning).toList();
    var after = before.with(before.stack().with(seen.replicas(), seen.restarts())).found();
    return doing(reselected(before, after), new UiEffect.Measure(running));
  }

  /// When the selected row has gone, the one that has its place is selected.
  private static UiState reselected(UiState before, UiState after) {
    var rows = after.stack().rows();
    if (rows.isEmpty() || after.row().isPresent()) {
      return after;
    }
    int place = Math.min(before.place(before.stack().rows()), rows.size() - 1);
    return after.selecting(rows.get(place).id());
  }

  private static Update pressed(UiState state, Key key) {
    if (key == Special.INTERRUPT) {
      return leave(state, ExitCode.INTERRUPTED);
    }
    if (key == Special.SUSPEND) {
      return doing(state, new UiEffect.Suspend());
    }
    if (key == Special.REDRAW) {
      return doing(state, new UiEffect.Redraw());
    }
    return inMode(state.with(state.news().seen()), key);
  }

  private static Update inMode(UiState state, Key key) {
    return switch (state.mode()) {
      case Mode.Table() -> inTable(state, key);
      case Mode.Logs() -> inLogs(state, key);
      case Mode.Filter(String typed) -> inFilter(state, typed, key);
      case Mode.Help() -> only(state.with(new Mode.Table()));
      case Mode.Question(Action action, ServiceName service) ->
          key instanceof Key.Typed(int character) && Character.toLowerCase(character) == 'y'
              ? act(state.with(new Mode.Table()), action, List.of(service))
              : only(state.with(new Mode.Table()));
    };
  }

  private static Update inTable(UiState state, Key key) {
    return switch (key) {
      case Special.UP -> moved(state, -1);
      case Special.DOWN -> moved(state, 1);
      case Special.PAGE_UP -> moved(state, -state.size().rows());
      case Special.PAGE_DOWN -> moved(state, state.size().rows());
      case Special.HOME -> moved(state, -state.stack().rows().size());
      case Special.END -> moved(state, state.stack().rows().size());
      case Special.ENTER -> only(state.with(new Mode.Logs()));
      case Special _ -> only(state);
      case Key.Typed(int character) -> typed(state, character);
    };
  }

  private static Update typed(UiState state, int character) {
    return switch (character) {
      case 'k' -> moved(state, -1);
      case 'j' -> moved(state, 1);
      case 'g' -> moved(state, -state.stack().rows().size());
      case 'G' -> moved(state, state.stack().rows().size());
      case 'l' -> only(state.with(new Mode.Logs()));
      case '/' -> only(state.with(new Mode.Filter(state.logs().filter())));
      case '?', 'h' -> only(state.with(new Mode.Help()));
      case 'q' -> leave(state, ExitCode.OK);
      case 'U' -> act(state, Action.START, List.of());
      default -> state.row().map(row -> toRow(state, row, character)).orElseGet(() -> only(state));
    };
  }

  private static Update toRow(UiState state, Row row, int character) {
    var service = List.of(row.service());
    return switch (character) {
      case 'r' -> act(state, Action.RESTART, service);
      case 's' -> act(state, Action.STOP, service);
      case 'u' -> act(state, Action.START, service);
      case 'p' ->
          act(
              state,
              row.replicas().stream().anyMatch(replica -> replica.state() == State.PAUSED)
                  ? Action.UNPAUSE
                  : Action.PAUSE,
              service);
      case 'K' -> only(state.with(new Mode.Question(Action.KILL, row.service())));
      case 'x' ->
          row.running()
              .map(replica -> doing(state, new UiEffect.Shell(replica)))
              .orElseGet(() ->
                  only(state.with(state.news().said(row.name() + " is not running", Tone.BAD))));
      default -> only(state);
    };
  }

  private static Update act(UiState state, Action action, List<ServiceName> services) {
    var act = new UiEffect.Act(action, services);
    return doing(state.with(state.news().began(act.words() + " …")), act);
  }

  private static Update moved(UiState state, int by) {
    var rows = state.stack().rows();
    if (rows.isEmpty()) {
      return only(state);
    }
    int place = Math.clamp(state.place(rows) + (long) by, 0, rows.size() - 1);
    return only(state.selecting(rows.get(place).id()));
  }

  private static Update inLogs(UiState state, Key key) {
    int page = Math.max(1, state.size().rows() - ROWS_AROUND_LOGS);
    return switch (key) {
      case Special.UP -> scrolled(state, 1);
      case Special.DOWN -> scrolled(state, -1);
      case Special.PAGE_UP -> scrolled(state, page);
      case Special.PAGE_DOWN -> scrolled(state, -page);
      case Special.HOME -> scrolled(state, Integer.MAX_VALUE / 2);
      case Special.END -> scrolled(state, Integer.MIN_VALUE / 2);
      case Special.ESCAPE ->
          only(
              state.logs().filter().isEmpty()
                  ? state.with(new Mode.Table())
                  : state.with(state.logs().filtered("")));
      case Special _ -> only(state);
      case Key.Typed(int character) ->
          switch (character) {
            case 'k' -> scrolled(state, 1);
            case 'j' -> scrolled(state, -1);
            case 'b' -> scrolled(state, page);
            case 'f', ' ' -> scrolled(state, -page);
            case 'g' -> scrolled(state, Integer.MAX_VALUE / 2);
            case 'G' -> scrolled(state, Integer.MIN_VALUE / 2);
            case '/' -> only(state.with(new Mode.Filter(state.logs().filter())));
            case 'q', 'l', 'h' -> only(state.with(new Mode.Table()));
            case '?' -> only(state.with(new Mode.Help()));
            default -> only(state);
          };
    };
  }

  private static Update scrolled(UiState state, int up) {
    int room = state.size().rows() - ROWS_AROUND_LOGS;
    return only(state.with(state.logs().scrolled(up, state.size().columns(), room)));
  }

  private static Update inFilter(UiState state, String typed, Key key) {
    return switch (key) {
      case Special.ENTER -> only(state.with(state.logs().filtered(typed)).with(new Mode.Logs()));
      case Special.ESCAPE -> only(state.with(new Mode.Logs()));
      case Special.BACKSPACE ->
          only(
              state.with(
                  new Mode.Filter(
                      typed.isEmpty()
                          ? ""
                          : typed.substring(0, typed.offsetByCodePoints(typed.length(), -1)))));
      case Special _ -> only(state);
      case Key.Typed(int character) ->
          only(state.with(new Mode.Filter(typed + Character.toString(character))));
    };
  }

  private static Update leave(UiState state, int code) {
    var news = state.news();
    return news.going() == 0 || news.isLeaving()
        ? doing(state, new UiEffect.Quit(code))
        : only(
            state.with(news.leaving("Something is still being done; again to leave it half done")));
  }
}
