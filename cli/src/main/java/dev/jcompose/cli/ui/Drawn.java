package dev.jcompose.cli.ui;

import dev.jcompose.cli.text.Paint;
import dev.jcompose.cli.text.Paint.Colour;
import dev.jcompose.cli.text.Sizes;
import dev.jcompose.cli.ui.News.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines of the window: as many as it has, none wider than it.
final class Drawn {
  private static final String KEYS =
      "l logs  r restart  s stop  u start  x shell  p pause  K kill  ? help  q quit";
  private static final String LOG_KEYS = "↑↓ scroll  / filter  End follow  Esc back  ? help";
  private static final List<String> HELP =
      List.of(
          "↑ ↓ j k     choose a service or one of its replicas",
          "Enter l     its logs alone; Esc goes back",
          "  ↑ ↓ PgUp PgDn   scroll, which holds them; End follows again",
          "  /               only lines that have a text; Esc shows all",
          "u           make and start the service as the files say",
          "U           the same with all services",
          "r s p K     restart, stop, pause or go on, kill the service",
          "x           a shell in the container; `exit` comes back",
          "Ctrl-L      draw everything again",
          "Ctrl-Z      back to the shell; `fg` comes back",
          "q Ctrl-C    leave; containers stay as they are",
          "",
          "RESTARTS counts those since this was started.");

  private final UiState state;
  private final Paint paint;
  private final int columns;
  private final int rows;

  private Drawn(UiState state, Paint paint) {
    this.state = state;
    this.paint = paint;
    this.columns = state.size().columns();
    this.rows = state.size().rows();
  }

  /// A pure function.
  static List<String> of(UiState state, Paint paint) {
    var drawn = new Drawn(state, paint);
    var lines =
        switch (state.mode()) {
          case Mode.Table() -> drawn.table(drawn.keys(KEYS));
          case Mode.Question(var action, var service) ->
              drawn.table(drawn.loud(Colour.YELLOW, action.word() + " " + service + "? [y/N]"));
          case Mode.Logs() -> drawn.logs(drawn.keys(LOG_KEYS));
          case Mode.Filter(String typed) -> drawn.logs(Cells.cut("/" + typed + "_", drawn.columns));
          case Mode.Help() -> drawn.help();
        };
    return drawn.exactly(lines);
  }

  private List<String> exactly(List<String> lines) {
    var all = new ArrayList<>(lines.subList(0, Math.min(lines.size(), rows)));
    while (all.size() < rows) {
      all.add("");
    }
    return all;
  }

  private List<String> help() {
    var lines = new ArrayList<String>();
    lines.add(title());
    HELP.stream().limit(Math.max(0, rows - 2)).forEach(line -> lines.add(Cells.cut(line, columns)));
    while (lines.size() < rows - 1) {
      lines.add("");
    }
    lines.add(keys("any key goes back"));
    return lines;
  }

  private List<String> table(String footer) {
    var lines = new ArrayList<String>();
    lines.add(title());
    var news = news();
    int room = rows - 2 - news.size();
    var all = state.stack().rows();
    int shown = Math.min(all.size() + 1, room < 9 ? room : Math.max(5, room / 2));
    lines.addAll(new TableText(state, paint).lines(columns, shown));
    int left = room - shown;
    if (left >= 3) {
      lines.add(separator());
      var logs = state.logs().window(columns, left - 1);
      lines.addAll(logs);
      left -= 1 + logs.size();
    }
    for (int i = 0; i < left; i++) {
      lines.add("");
    }
    lines.addAll(news);
    lines.add(footer);
    return lines;
  }

  private List<String> logs(String footer) {
    var lines = new ArrayList<String>();
    lines.add(separator());
    int room = rows - Update.ROWS_AROUND_LOGS;
    var logs = state.logs().window(columns, room);
    lines.addAll(logs);
    for (int i = logs.size(); i < room; i++) {
      lines.add("");
    }
    lines.add(state.lost().isPresent() ? news().getFirst() : footer);
    return lines;
  }

  private String title() {
    var stack = state.stack();
    var all = stack.replicas();
    long running = all.stream().filter(Replica::isRunning).count();
    var use =
        stack
            .use(all)
            .map(sum ->
                String.format(
                    Locale.ROOT, "  CPU %.1f%%  MEM %s", sum.cpu(), Sizes.binary(sum.memory())))
            .orElse("");
    var text = " " + stack.project() + "  " + running + "/" + all.size() + " running" + use;
    return paint.in(Colour.INVERSE, Cells.fill(text, columns));
  }

  private String separator() {
    var logs = state.logs();
    var whose = state.row().map(Row::name).orElse("");
    var filter = logs.filter().isEmpty() ? "" : " with \"" + logs.filter() + "\"";
    var held = logs.held().isPresent() ? ", held" : "";
    var text = "━━ logs of " + whose + filter + held + " ";
    return paint.in(
        Colour.FAINT,
        Cells.cut(text + "━".repeat(Math.max(0, columns - Cells.width(text))), columns));
  }

  private List<String> news() {
    if (state.lost().isPresent()) {
      return List.of(loud(Colour.RED, "The engine is gone, waiting for it: " + state.lost().get()));
    }
    var news = state.news();
    return news.text().isEmpty()
        ? List.of()
        : List.of(
            news.tone() == Tone.BAD
                ? loud(Colour.RED, news.text())
                : Cells.cut(" " + news.text(), columns));
  }

  private String loud(Colour colour, String text) {
    return paint.in(colour, Cells.cut(" " + text, columns));
  }

  /// As many of the keys as there is room for; help and quit are the last to go.
  private String keys(String words) {
    var text = " " + words;
    var kept = text.contains("? help") ? text.substring(text.indexOf("? help")) : "";
    if (Cells.width(text) > columns && !kept.isEmpty()) {
      var head = text.substring(0, text.indexOf("? help")).stripTrailing();
      while (Cells.width(head + "  " + kept) > columns && head.contains("  ")) {
        head = head.substring(0, head.lastIndexOf("  "));
      }
      text = head + "  " + kept;
    }
    return paint.in(Colour.FAINT, Cells.cut(text, columns));
  }
}
