package dev.jcompose.cli.progress;

import dev.jcompose.executor.Event;
import dev.jcompose.executor.ImageProgress;
import dev.jcompose.planner.Step;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/// A line for each event, for logs and for programs that read along.
public final class PlainProgress implements Progress {
  private final PrintStream out;
  private final StepTexts texts;
  private final String mark;
  private final Set<String> seenLayers = new HashSet<>();

  /// @param mark what every line begins with, as in a dry run
  public PlainProgress(PrintStream out, StepTexts texts, String mark) {
    this.out = out;
    this.texts = texts;
    this.mark = mark;
  }

  @Override
  public void show(Event event) {
    var text = texts.of(event.step());
    switch (event) {
      case Event.Started _ -> line(text.thing(), text.doing());
      case Event.Done _ -> line(text.thing(), text.done());
      case Event.Failed _ -> line(text.thing(), "Error");
      case Event.Tolerated(_, String message) -> line(text.thing(), "Skipped: " + message);
      case Event.Skipped _, Event.HookWrote _ -> {}
      case Event.Transferring(Step step, ImageProgress progress) -> layer(step, progress);
      case Event.Building(_, String line) -> out.println(mark + line);
    }
  }

  private void line(String thing, String status) {
    if (!status.isEmpty()) {
      out.println(mark + " " + thing + "  " + status);
    }
  }

  /// Bytes are not shown: each state of a layer is a line, and there it ends.
  private void layer(Step step, ImageProgress progress) {
    var line =
        mark
            + " "
            + texts.of(step).thing()
            + progress.layer().map(layer -> " " + layer).orElse("")
            + "  "
            + progress.status();
    if (seenLayers.add(line)) {
      out.println(line);
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
