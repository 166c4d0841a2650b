package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.executor.Event;
import dev.jcompose.model.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;

/// How much of what happens is drawn, and how.
public record Drawing(ProgressStyle style, SequencedSet<Detail> hidden) {
  /// What may be left out.
  public enum Detail {
    PULLS,
    BUILDS,
    /// What was done and what was not; failures are told all the same.
    SUMMARY
  }

  public Drawing {
    hidden = Ordered.set(hidden);
  }

  /// As the user chose for all commands.
  public static Drawing of(Context context) {
    return new Drawing(context.options().progress(), Ordered.set(List.of()));
  }

  /// The same without these details.
  public Drawing hiding(List<Detail> details) {
    var all = new ArrayList<>(hidden);
    all.addAll(details);
    return new Drawing(style, Ordered.set(all));
  }

  boolean hasSummary() {
    return !hidden.contains(Detail.SUMMARY)
        && style != ProgressStyle.JSON
        && style != ProgressStyle.QUIET;
  }

  boolean shows(Event event) {
    return switch (event) {
      case Event.Transferring _ -> !hidden.contains(Detail.PULLS);
      case Event.Building _ -> !hidden.contains(Detail.BUILDS);
      case Event.HookWrote _ -> false;
      case Event.Started _, Event.Done _, Event.Failed _, Event.Tolerated _, Event.Skipped _ ->
          true;
    };
  }
}
