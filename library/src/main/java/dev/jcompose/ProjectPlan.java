package dev.jcompose;

import dev.jcompose.planner.Notice;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Problem;
import dev.jcompose.planner.Question;
import java.util.List;

/// What would be done.
///
/// @param changes in an order that works
/// @param questions what is left out as long as nobody agrees, one sentence each
/// @param notices what one should know besides
/// @param problems why it would be refused; then there are no changes
public record ProjectPlan(
    List<Change> changes, List<String> questions, List<String> notices, List<String> problems) {
  public ProjectPlan {
    changes = List.copyOf(changes);
    questions = List.copyOf(questions);
    notices = List.copyOf(notices);
    problems = List.copyOf(problems);
  }

  static ProjectPlan of(Plan plan) {
    return new ProjectPlan(
        plan.steps().stream().map(Change::of).toList(),
        plan.questions().stream().map(Question::describe).toList(),
        plan.notices().stream().map(Notice::describe).toList(),
        plan.problems().stream().map(Problem::describe).toList());
  }

  /// Whether there is nothing to do.
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
