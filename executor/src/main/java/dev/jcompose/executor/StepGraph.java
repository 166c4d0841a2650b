package dev.jcompose.executor;

import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// Which steps of a plan may begin, kept up to date as steps are done. Not for several threads.
final class StepGraph {
  private final SequencedMap<StepId, Step> steps = new LinkedHashMap<>();
  private final Map<StepId, Set<StepId>> missing = new LinkedHashMap<>();
  private final TreeMap<StepId, Step> ready = new TreeMap<>();

  StepGraph(Plan plan) {
    for (Step step : plan.steps()) {
      if (!steps.keySet().containsAll(step.dependsOn())) {
        throw new IllegalStateException("step depends on one that is not before it: " + step);
      }
      steps.put(step.id(), step);
      if (step.dependsOn().isEmpty()) {
        ready.put(step.id(), step);
      } else {
        missing.put(step.id(), new HashSet<>(step.dependsOn()));
      }
    }
  }

  /// All steps, in the order of the plan.
  List<Step> steps() {
    return List.copyOf(steps.values());
  }

  /// The steps that may begin and have not, in the order of the plan.
  List<Step> ready() {
    return List.copyOf(ready.values());
  }

  /// Takes note that a step begins.
  void begun(Step step) {
    ready.remove(step.id());
  }

  /// Takes note that a step is done, so that others may begin.
  void done(Step step) {
    missing
        .entrySet()
        .removeIf(entry -> {
          Set<StepId> needs = entry.getValue();
          boolean last = needs.remove(step.id()) && needs.isEmpty();
          if (last) {
            Step next = step(entry.getKey());
            ready.put(next.id(), next);
          }
          return last;
        });
  }

  /// The first of `failed` that `step` depends on, directly or through others.
  Optional<Step> cause(Step step, Collection<StepId> failed) {
    var seen = new HashSet<StepId>();
    var open = new ArrayList<>(step.dependsOn());
    StepId first = null;
    while (!open.isEmpty()) {
      StepId next = open.removeLast();
      if (seen.add(next)) {
        if (failed.contains(next) && (first == null || next.compareTo(first) < 0)) {
          first = next;
        }
        open.addAll(step(next).dependsOn());
      }
    }
    return Optional.ofNullable(first).map(this::step);
  }

  /// Whether another step builds on this one, beside those that only tidy up.
  boolean isNeeded(Step step) {
    return steps.values().stream()
        .anyMatch(other -> other.dependsOn().contains(step.id()) && !tidies(other));
  }

  /// Whether a step removes something that containers use.
  static boolean tidies(Step step) {
    return step.operation() instanceof Operation.RemoveNetwork
        || step.operation() instanceof Operation.RemoveVolume
        || step.operation() instanceof Operation.RemoveImage;
  }

  /// The step of that number.
  Step step(StepId id) {
    Step step = steps.get(id);
    if (step == null) {
      throw new IllegalStateException("no step " + id + " in the plan");
    }
    return step;
  }
}
