package dev.jcompose.cli.command;

import dev.jcompose.cli.text.JsonText;
import dev.jcompose.model.Value;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.explain.Explanation;
import dev.jcompose.spec.explain.Origin;
import dev.jcompose.spec.explain.Overridden;
import dev.jcompose.spec.explain.Step;
import dev.jcompose.spec.trail.VariableSource;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.regex.Pattern;

/// Where values come from, for people: a line a value with its path, the value and its place, and
/// below it, indented, how it got there and what it replaced.
final class ExplainText {
  private static final int GAP = 3;
  private static final int LABEL = 13;
  private static final int LONGEST = 40;
  private static final Pattern SIMPLE = Pattern.compile("[^\\s\\p{Cntrl}\"]([^\\p{Cntrl}]*\\S)?");

  private ExplainText() {}

  /// All of them, columns aligned.
  static String of(List<Explanation> explanations) {
    int paths =
        width(explanations.stream().map(Explanation::path).map(NodePath::toString).toList());
    int values = width(explanations.stream().map(ExplainText::value).toList());
    var text = new StringBuilder();
    for (var explanation : explanations) {
      text.append(padded(explanation.path().toString(), paths))
          .append(padded(value(explanation), values))
          .append(origin(explanation.origin()))
          .append('\n');
      explanation.steps().forEach(step -> text.append(line(step)));
      explanation.overridden().forEach(overridden -> text.append(line(overridden)));
    }
    return text.toString();
  }

  private static int width(List<String> cells) {
    return cells.stream().mapToInt(ExplainText::length).max().orElse(0) + GAP;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - length(text));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String value(Explanation explanation) {
    return explanation.origin() instanceof Origin.Removed ? "-" : shown(explanation.value());
  }

  private static String shown(Value value) {
    var text =
        value instanceof Value.Text(String plain) && SIMPLE.matcher(plain).matches()
            ? plain
            : JsonText.of(ExplainJson.plain(value));
    return length(text) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case Origin.Typed(var place) -> place.toString();
      case Origin.Implied(var place) -> "implied at " + place;
      case Origin.Outside(var source) -> source(source);
      case Origin.Removed(var place) -> "removed by !reset at " + place;
    };
  }

  private static String line(Step step) {
    return switch (step) {
      case Step.Written(var text) -> line("written", shown(new Value.Text(text)));
      case Step.Variable(var name, var value, var source) ->
          line(
              "variable",
              name
                  + source
                      .map(from ->
                          value.map(text -> " = " + shown(new Value.Text(text))).orElse("")
                              + ", "
                              + source(from))
                      .orElse(", not set"));
      case Step.FromFile(var item) -> line(item.attribute(), item.place().toString());
      case Step.Alias(var place) -> line("alias", place.toString());
      case Step.MergeKey(var place) -> line("merge key", place.toString());
      case Step.Extends(var service, var file, var place) ->
          line("extends", service + " in " + file + ", " + place);
      case Step.Included(var place) -> line("include", place.toString());
    };
  }

  private static String line(Overridden overridden) {
    var by = overridden.tag().map(tag -> " (" + word(tag) + ")").orElse("");
    return line("instead of", shown(overridden.value()) + ", " + overridden.place() + by);
  }

  private static String word(Node.Tag tag) {
    return switch (tag) {
      case RESET -> "!reset";
      case OVERRIDE -> "!override";
    };
  }

  private static String source(VariableSource source) {
    return switch (source) {
      case VariableSource.Line(var place) -> place.toString();
      case VariableSource.Environment() -> "environment";
      case VariableSource.Chosen() -> "--project-name";
      case VariableSource.Directory() -> "project directory";
      case VariableSource.CurrentDirectory() -> "current directory";
    };
  }

  private static String line(String label, String text) {
    return "    " + padded(label, LABEL) + text + "\n";
  }
}
