package dev.jcompose.planner;

import dev.jcompose.model.Hook;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// Collects a plan while it is made, and numbers its steps.
///
/// A step is given all it must come after; what another of those implies is left out, so that the
/// plan shows each order once.
final class PlanBuilder {
  private final List<Step> steps = new ArrayList<>();
  private final List<BitSet> implied = new ArrayList<>();
  private final SequencedSet<Question> questions = new LinkedHashSet<>();
  private final SequencedSet<Notice> notices = new LinkedHashSet<>();
  private final SequencedSet<Problem> problems = new LinkedHashSet<>();

  /// Adds a step after all others so far.
  StepId add(Operation operation, Collection<StepId> after, Cause cause) {
    var id = new StepId(steps.size() + 1);
    var covered = new BitSet();
    var dependsOn = new ArrayList<StepId>();
    for (StepId before : after.stream().sorted(Comparator.reverseOrder()).distinct().toList()) {
      if (!covered.get(before.value())) {
        dependsOn.addFirst(before);
        covered.set(before.value());
        covered.or(implied.get(before.value() - 1));
      }
    }
    steps.add(new Step(id, operation, dependsOn, cause));
    implied.add(mayFail(operation) ? new BitSet() : covered);
    return id;
  }

  /// Adds the start of a container and the hooks that follow it, and gives the last of these steps.
  StepId start(Service service, ContainerRef container, Collection<StepId> after, Cause cause) {
    var last = add(new Operation.StartContainer(container), after, cause);
    for (Hook hook : service.lifecycle().hooks().postStart()) {
      last = add(new Operation.RunHook(container, hook, "post_start"), List.of(last), cause);
    }
    return last;
  }

  /// After a step that may fail, what comes before it is not known to be done.
  private static boolean mayFail(Operation operation) {
    return operation instanceof Operation.Await(_, _, boolean required) && !required;
  }

  void ask(Question question) {
    questions.add(question);
  }

  void tell(Notice notice) {
    notices.add(notice);
  }

  void fail(Problem problem) {
    problems.add(problem);
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  Plan build() {
    return new Plan(
        problems.isEmpty() ? steps : List.of(),
        List.copyOf(questions),
        List.copyOf(notices),
        List.copyOf(problems));
  }
}
