package dev.jcompose.cli.command;

import dev.jcompose.cli.text.JsonText;
import dev.jcompose.cli.text.Table;
import dev.jcompose.model.Project;
import dev.jcompose.planner.Cause;
import dev.jcompose.planner.FieldChange;
import dev.jcompose.planner.Notice;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Problem;
import dev.jcompose.planner.Question;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A plan for people and for programs.
final class PlanText {
  private PlanText() {}

  static String of(Project project, Plan plan) {
    var text = new StringBuilder();
    if (!plan.steps().isEmpty()) {
      var table = new Table("STEP", "WHAT", "ACTION", "AFTER", "WHY");
      plan.steps()
          .forEach(step ->
              table.add(
                  step.id().toString(),
                  step.operation().subject(),
                  step.operation().action(),
                  step.dependsOn().stream().map(StepId::toString).collect(Collectors.joining(" ")),
                  step.cause().describe()));
      text.append(table);
    }
    plan.questions()
        .forEach(question -> text.append("question: ").append(question.describe()).append('\n'));
    plan.notices().forEach(notice -> text.append("note: ").append(notice.describe()).append('\n'));
    plan.problems()
        .forEach(problem -> text.append("problem: ").append(problem.describe()).append('\n'));
    if (plan.isEmpty() && plan.problems().isEmpty()) {
      text.append(
          plan.questions().isEmpty()
              ? "Nothing to do: the engine matches the project.\n"
              : "Nothing is done without an answer; `up -y` agrees.\n");
    } else if (!plan.steps().isEmpty()) {
      int count = plan.steps().size();
      text.append(
          "%d step%s for project %s.\n".formatted(count, count == 1 ? "" : "s", project.name()));
    }
    return text.toString();
  }

  static String json(Project project, Plan plan) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("version", 1);
    fields.put("project", project.name().value());
    fields.put("steps", plan.steps().stream().map(PlanText::fields).toList());
    fields.put("questions", plan.questions().stream().map(Question::describe).toList());
    fields.put("notices", plan.notices().stream().map(Notice::describe).toList());
    fields.put("problems", plan.problems().stream().map(Problem::describe).toList());
    return JsonText.of(fields) + "\n";
  }

  private static Map<String, Object> fields(Step step) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", step.id().value());
    fields.put("operation", kind(step.operation()));
    fields.put("subject", step.operation().subject());
    fields.put("action", step.operation().action());
    fields.put("after", step.dependsOn().stream().map(StepId::value).toList());
    fields.put("cause", cause(step.cause()));
    return fields;
  }

  private static Map<String, Object> cause(Cause cause) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", kind(cause));
    fields.put("text", cause.describe());
    if (cause instanceof Cause.ConfigurationChanged(List<FieldChange> changes)) {
      fields.put("changes", changes.stream().map(PlanText::change).toList());
    }
    return fields;
  }

  private static Map<String, Object> change(FieldChange change) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("field", change.field());
    change.from().ifPresent(value -> fields.put("from", value));
    change.to().ifPresent(value -> fields.put("to", value));
    return fields;
  }

  /// The name of its record, e.g. `create-container`.
  private static String kind(Object variant) {
    return variant
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
