package dev.jcompose.cli.progress;

import dev.jcompose.executor.Event;
import dev.jcompose.planner.Cause;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Counts what was done, for the one line at the end, and keeps why containers were recreated.
public final class Tally {
  private final StepTexts texts;
  private final SequencedMap<String, Integer> counts = new LinkedHashMap<>();
  private final List<String> reasons = new ArrayList<>();

  public Tally(Plan plan) {
    texts = new StepTexts(plan);
  }

  /// Takes an event.
  public void count(Event event) {
    if (event instanceof Event.Done(Step step, _)) {
      var text = texts.of(step);
      if (!text.done().isEmpty() && !(step.operation() instanceof Operation.Await)) {
        counts.merge(text.done().toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
      if (texts.endsRecreate(step)) {
        reason(step.cause())
            .ifPresent(reason ->
                reasons.add("Recreated " + text.thing().replace("Container ", "") + ": " + reason));
      }
    }
  }

  /// E.g. `2 created, 1 recreated, 3 started`; empty if nothing was done.
  public String summary() {
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }

  /// E.g. `Recreated web-1: environment.DEBUG "0" → "1"`.
  public List<String> reasons() {
    return List.copyOf(reasons);
  }

  private static Optional<String> reason(Cause cause) {
    return switch (cause) {
      case Cause.ConfigurationChanged(var changes) when !changes.isEmpty() ->
          Optional.of(
              changes.stream()
                  .map(change ->
                      change.field() + " " + shown(change.from()) + " → " + shown(change.to()))
                  .collect(Collectors.joining(", ")));
      case Cause.Forced _, Cause.Renewed _ -> Optional.empty();
      case Cause.Missing _,
          Cause.ImageChanged _,
          Cause.ConfigurationChanged _,
          Cause.FilesChanged _,
          Cause.NetworksChanged _,
          Cause.VolumesChanged _,
          Cause.Scaled _,
          Cause.Orphaned _,
          Cause.DependencyRecreated _,
          Cause.DependencyRestarted _,
          Cause.NotRunning _,
          Cause.Unfinished _,
          Cause.LeftByHook _,
          Cause.Unused _,
          Cause.Precaution _,
          Cause.NeededBy _,
          Cause.Requested _ ->
          Optional.of(cause.describe());
    };
  }

  private static String shown(Optional<String> value) {
    return value.map(text -> '"' + text + '"').orElse("(none)");
  }
}
