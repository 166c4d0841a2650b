package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.executor.Event;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;

/// How much of what happens is drawn, and how.
///
/// @param passedOver what is not drawn that is done to these, by the engine's names
public record Drawing(
    ProgressStyle style, SequencedSet<Detail> hidden, SequencedSet<String> passedOver) {
  /// What may be left out.
  public enum Detail {
    PULLS,
    BUILDS,
    /// What was done and what was not; failures are told all the same.
    SUMMARY
  }

  public Drawing {
    hidden = Ordered.set(hidden);
    passedOver = Ordered.set(passedOver);
  }

  /// One that passes nothing over.
  public Drawing(ProgressStyle style, SequencedSet<Detail> hidden) {
    this(style, hidden, Ordered.set(List.of()));
  }

  /// As the user chose for all commands.
  public static Drawing of(Context context) {
    return new Drawing(context.options().progress(), Ordered.set(List.of()));
  }

  /// The same without these details.
  public Drawing hiding(List<Detail> details) {
    var all = new ArrayList<>(hidden);
    all.addAll(details);
    return new Drawing(style, Ordered.set(all), passedOver);
  }

  /// The same without what is done to that.
  public Drawing passingOver(String subject) {
    return new Drawing(style, hidden, Ordered.set(List.of(subject)));
  }

  /// The part of a plan that is drawn.
  Plan drawn(Plan plan) {
    return new Plan(plan.steps().stream().filter(this::draws).toList(), List.of(), List.of());
  }

  private boolean draws(Step step) {
    return !passedOver.contains(step.operation().subject());
  }

  boolean hasSummary() {
    return !hidden.contains(Detail.SUMMARY)
        && style != ProgressStyle.JSON
        && style != ProgressStyle.QUIET;
  }

  boolean shows(Event event) {
    if (!draws(event.step())) {
      return false;
    }
    return switch (event) {
      case Event.Transferring _ -> !hidden.contains(Detail.PULLS);
      case Event.Building _ -> !hidden.contains(Detail.BUILDS);
      case Event.HookWrote _ -> false;
      case Event.Started _, Event.Done _, Event.Failed _, Event.Tolerated _, Event.Skipped _ ->
          true;
    };
  }
}
