package dev.jcompose.cli.progress;

import dev.jcompose.cli.text.JsonText;
import dev.jcompose.executor.Event;
import dev.jcompose.executor.ImageProgress;
import java.io.PrintStream;
import java.util.LinkedHashMap;

/// A JSON object a line for each event, with docker compose's fields; `text` tells the cause when
/// something begins.
public final class JsonProgress implements Progress {
  private final PrintStream out;
  private final StepTexts texts;
  private final DryRun dryRun;

  /// Whether anything is done.
  public enum DryRun {
    YES,
    NO
  }

  public JsonProgress(PrintStream out, StepTexts texts, DryRun dryRun) {
    this.out = out;
    this.texts = texts;
    this.dryRun = dryRun;
  }

  @Override
  public void show(Event event) {
    var text = texts.of(event.step());
    switch (event) {
      case Event.Started(var step) -> line(text, text.doing(), step.cause().describe());
      case Event.Done _ -> line(text, text.done(), "");
      case Event.Failed(_, String message) -> line(text, "Error", message);
      case Event.Tolerated(_, String message) -> line(text, "Skipped", message);
      case Event.Skipped _, Event.HookWrote _ -> {}
      case Event.Transferring(_, ImageProgress progress) -> layer(text, progress);
      case Event.Building(_, String line) -> line(text, "Building", line);
    }
  }

  private void line(StepText text, String status, String remark) {
    if (status.isEmpty()) {
      return;
    }
    var fields = new LinkedHashMap<String, Object>();
    if (dryRun == DryRun.YES) {
      fields.put("dry-run", true);
    }
    fields.put("id", text.thing());
    fields.put("status", status);
    if (!remark.isEmpty()) {
      fields.put("text", remark);
    }
    out.println(JsonText.of(fields));
  }

  private void layer(StepText text, ImageProgress progress) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", progress.layer().orElse(text.thing()));
    if (progress.layer().isPresent()) {
      fields.put("parent_id", text.thing());
    }
    fields.put("status", progress.status());
    if (progress.total() > 0) {
      fields.put("current", progress.current());
      fields.put("total", progress.total());
    }
    out.println(JsonText.of(fields));
  }

  @Override
  public void close() {
    out.flush();
  }
}
