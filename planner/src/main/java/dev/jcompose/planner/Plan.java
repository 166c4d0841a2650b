package dev.jcompose.planner;

import java.util.List;

/// All that has to be done, in an order that works: a step depends only on steps before it.
///
/// @param questions what the user must agree to first; the plan leaves out what was not agreed
/// @param notices what the user should know, whether or not the plan is carried out
public record Plan(List<Step> steps, List<Question> questions, List<Notice> notices) {
  public Plan {
    steps = List.copyOf(steps);
    questions = List.copyOf(questions);
    notices = List.copyOf(notices);
  }

  /// Whether there is nothing to do.
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
