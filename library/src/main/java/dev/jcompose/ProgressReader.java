package dev.jcompose;

import dev.jcompose.executor.Event;
import dev.jcompose.executor.ImageProgress;

/// Tells events in the words of the library.
final class ProgressReader {
  private ProgressReader() {}

  static Progress read(Event event) {
    var change = Change.of(event.step());
    return switch (event) {
      case Event.Started _ -> new Progress.Started(change);
      case Event.Done done -> new Progress.Done(change, done.took());
      case Event.Failed failed -> new Progress.Failed(change, failed.message());
      case Event.Tolerated tolerated -> new Progress.Tolerated(change, tolerated.message());
      case Event.Skipped _ -> new Progress.Skipped(change);
      case Event.Transferring part -> new Progress.Output(change, words(part.progress()));
      case Event.HookWrote wrote -> new Progress.Output(change, wrote.line());
      case Event.Building building -> new Progress.Output(change, building.line());
    };
  }

  private static String words(ImageProgress progress) {
    var subject = progress.layer().map(layer -> layer + ": ").orElse("");
    var part =
        progress.total() == 0
            ? ""
            : " " + progress.current() + " of " + progress.total() + " bytes";
    return subject + progress.status() + part;
  }
}
