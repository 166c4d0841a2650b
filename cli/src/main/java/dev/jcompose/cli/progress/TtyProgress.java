package dev.jcompose.cli.progress;

import dev.jcompose.cli.host.Screen;
import dev.jcompose.cli.text.Paint;
import dev.jcompose.cli.text.Paint.Colour;
import dev.jcompose.executor.Event;
import dev.jcompose.executor.ImageProgress;
import dev.jcompose.planner.Cause;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A line for each thing, redrawn in place. {@link #tick()} keeps the clocks running between
/// events; it may be called by another thread.
public final class TtyProgress implements Progress {
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String CLEAR_LINE_END = "\u001b[K";
  private static final int REMARK_LINES = 6;

  /// What a plan may be about as a whole.
  private static final List<String> WHOLE = List.of("Pulling", "Pushing", "Building", "Stopping");

  private final PrintStream out;
  private final StepTexts texts;
  private final Screen screen;
  private final Paint paint;
  private final InstantSource clock;
  private final int things;
  private final String doing;
  private final SequencedMap<String, TtyLine> lines = new LinkedHashMap<>();
  private final Transfers transfers = new Transfers();
  private final BuildSteps builds = new BuildSteps();
  private final Tail tail = new Tail(REMARK_LINES);
  private int drawn;
  private boolean closed;

  public TtyProgress(PrintStream out, Plan plan, Screen screen, Paint paint, InstantSource clock) {
    this.out = out;
    this.texts = new StepTexts(plan);
    this.screen = screen;
    this.paint = paint;
    this.clock = clock;
    this.things =
        (int)
            plan.steps().stream()
                .map(texts::of)
                .filter(text -> !(text.doing() + text.done()).isEmpty())
                .map(StepText::thing)
                .distinct()
                .count();
    this.doing = doing(plan);
  }

  /// What all steps are about if that is one thing, as with `pull`.
  private String doing(Plan plan) {
    var words = plan.steps().stream().map(texts::of).map(StepText::doing).distinct().toList();
    return words.size() == 1 && WHOLE.contains(words.getFirst()) ? words.getFirst() : "Running";
  }

  @Override
  public synchronized void show(Event event) {
    if (closed) {
      return;
    }
    take(event);
    draw();
  }

  /// Draws again with the time that it is now.
  public synchronized void tick() {
    if (!closed && drawn > 0) {
      draw();
    }
  }

  private void take(Event event) {
    var text = texts.of(event.step());
    switch (event) {
      case Event.Started(Step step) -> going(text, why(step.cause()));
      case Event.Done _ ->
          ended(
              text,
              text.done(),
              TtyLine.State.DONE,
              transfers.whole(text.thing()) + builds.whole(text.thing()));
      case Event.Failed _ -> ended(text, "Error", TtyLine.State.FAILED, "");
      case Event.Tolerated(_, String message) ->
          ended(text, "Skipped", TtyLine.State.DONE, message);
      case Event.Skipped _, Event.HookWrote _ -> {}
      case Event.Transferring(_, ImageProgress progress) ->
          remark(text, transfers.after(text.thing(), progress));
      case Event.Building(_, String line) -> {
        tail.add(line);
        builds.after(text.thing(), line).ifPresent(step -> remark(text, step));
      }
    }
  }

  /// What goes without saying is not said.
  private static String why(Cause cause) {
    return switch (cause) {
      case Cause.Missing _,
          Cause.NeededBy _,
          Cause.Requested _,
          Cause.NotRunning _,
          Cause.Unused _,
          Cause.Precaution _ ->
          "";
      case Cause.ImageChanged _,
          Cause.ConfigurationChanged _,
          Cause.FilesChanged _,
          Cause.NetworksChanged _,
          Cause.VolumesChanged _,
          Cause.Forced _,
          Cause.Renewed _,
          Cause.Scaled _,
          Cause.Orphaned _,
          Cause.DependencyRecreated _,
          Cause.DependencyRestarted _,
          Cause.Unfinished _,
          Cause.LeftByHook _ ->
          cause.describe();
    };
  }

  private void going(StepText text, String remark) {
    if (!text.doing().isEmpty()) {
      var begun = Optional.ofNullable(lines.get(text.thing())).map(TtyLine::since);
      lines.put(
          text.thing(),
          new TtyLine(
              text.thing(),
              text.doing(),
              TtyLine.State.GOING,
              begun.orElseGet(clock::instant),
              Optional.empty(),
              remark));
    }
  }

  private void ended(StepText text, String status, TtyLine.State state, String remark) {
    if (!status.isEmpty()) {
      var line = lines.get(text.thing());
      Instant now = clock.instant();
      lines.put(
          text.thing(),
          new TtyLine(
              text.thing(),
              status,
              state,
              line == null ? now : line.since(),
              Optional.of(now),
              remark.isEmpty() && line != null && state == TtyLine.State.DONE
                  ? line.remark()
                  : remark));
    }
  }

  private void remark(StepText text, String remark) {
    var line = lines.get(text.thing());
    if (line != null) {
      lines.put(
          text.thing(),
          new TtyLine(
              line.thing(), line.status(), line.state(), line.since(), line.until(), remark));
    }
  }

  private void draw() {
    var size = screen.size();
    var now = clock.instant();
    var rows = new ArrayList<String>();
    long done = lines.values().stream().filter(line -> line.until().isPresent()).count();
    var head = "[+] " + doing + " " + done + "/" + Math.max(things, lines.size());
    rows.add(done == things ? paint.in(Colour.BLUE, head) : head);
    var shown = shown(size.rows() - 2);
    int width = shown.stream().mapToInt(line -> line.thing().length()).max().orElse(0);
    shown.forEach(line -> rows.add(line.draw(width, size.columns(), now, paint)));
    for (String line : tail.fitting(size.rows() - 1 - rows.size(), size.columns() - 4)) {
      rows.add(paint.in(Colour.FAINT, "   " + line));
    }
    write(rows);
  }

  /// All lines if the window is high enough, else first those that are not done.
  private List<TtyLine> shown(int room) {
    Collection<TtyLine> all = lines.values();
    if (all.size() <= room) {
      return List.copyOf(all);
    }
    var open = all.stream().filter(line -> line.until().isEmpty()).toList();
    var closedOnes = all.stream().filter(line -> line.until().isPresent()).toList();
    int rest = Math.max(0, room - open.size());
    var shown = new ArrayList<>(closedOnes.subList(closedOnes.size() - rest, closedOnes.size()));
    shown.addAll(open.subList(0, Math.max(0, Math.min(open.size(), room))));
    return shown;
  }

  private void write(List<String> rows) {
    var text = new StringBuilder(HIDE_CURSOR);
    if (drawn > 0) {
      text.append("\u001b[").append(drawn).append("A\r");
    }
    rows.forEach(row -> text.append(row).append(CLEAR_LINE_END).append('\n'));
    int surplus = drawn - rows.size();
    if (surplus > 0) {
      text.append("\u001b[J");
    }
    out.print(text.append(SHOW_CURSOR));
    out.flush();
    drawn = rows.size();
  }

  @Override
  public synchronized void close() {
    if (!closed && drawn > 0) {
      tail.clear();
      draw();
    }
    closed = true;
  }
}
