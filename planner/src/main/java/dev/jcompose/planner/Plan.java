package dev.jcompose.planner;

import java.util.List;
import java.util.stream.Stream;

/// All that has to be done, in an order that works: a step depends only on steps before it.
///
/// @param questions what the user must agree to first; the plan leaves out what was not agreed
/// @param notices what the user should know, whether or not the plan is carried out
/// @param problems why it cannot be carried out; then there are no steps
public record Plan(
    List<Step> steps, List<Question> questions, List<Notice> notices, List<Problem> problems) {
  public Plan {
    steps = List.copyOf(steps);
    questions = List.copyOf(questions);
    notices = List.copyOf(notices);
    problems = List.copyOf(problems);
    if (!problems.isEmpty() && !steps.isEmpty()) {
      throw new IllegalArgumentException("a plan with problems has steps");
    }
  }

  /// A plan without problems.
  public Plan(List<Step> steps, List<Question> questions, List<Notice> notices) {
    this(steps, questions, notices, List.of());
  }

  /// This plan, unless there are problems: then one with these problems and without steps.
  public Plan unless(List<Problem> found) {
    return found.isEmpty() ? this : new Plan(List.of(), questions, notices, found);
  }

  /// This plan with further notices.
  public Plan telling(List<? extends Notice> more) {
    return new Plan(
        steps, questions, Stream.concat(notices.stream(), more.stream()).toList(), problems);
  }

  /// Whether there is nothing to do.
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /// Whether the fate of containers depends on images that this plan fetches or builds. Then carry
  /// out {@link #images()}, observe again, and plan again with {@link
  /// PlanOptions#withImagesDone()}.
  public boolean needsImagesFirst() {
    return notices.stream().anyMatch(Notice.ImageMayChange.class::isInstance);
  }

  /// The part of this plan that fetches and builds images.
  public Plan images() {
    var first = steps.stream().takeWhile(step -> step.operation().isAboutImages()).toList();
    return new Plan(first, List.of(), List.of());
  }

  /// One line for each step, then each question, notice and problem, with a mark in front: `?`, `i`
  /// or `!`. Without a line at all there is nothing to do and to say.
  ///
  /// ```
  /// [] -> #1 network shop_default, create, missing
  /// [1] -> #2 shop-web-1, create container, missing
  /// ```
  @Override
  public String toString() {
    var lines =
        Stream.of(
                steps.stream().map(Step::toString),
                questions.stream().map(question -> "? " + question.describe()),
                notices.stream().map(notice -> "i " + notice.describe()),
                problems.stream().map(problem -> "! " + problem.describe()))
            .flatMap(line -> line);
    return String.join("\n", lines.toList());
  }
}
