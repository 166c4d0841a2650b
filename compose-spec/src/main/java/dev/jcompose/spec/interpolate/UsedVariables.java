package dev.jcompose.spec.interpolate;

import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lists the variables in the values of a document in which they are not filled in yet.
public final class UsedVariables {
  private static final int MOST_FAULTS = 1_000;

  private final Map<String, UsedVariable> found = new TreeMap<>();
  private int depth;
  private int faults;

  private UsedVariables() {}

  /// The variables of that document, sorted by name. Those in the words that stand in for others
  /// are among them.
  public static List<UsedVariable> in(Node.Mapping document) {
    UsedVariables variables = new UsedVariables();
    variables.collect(document);
    return List.copyOf(variables.found.values());
  }

  private void collect(Node node) {
    switch (node) {
      case Node.Text(String text, _) -> collect(text);
      case Node.Mapping mapping ->
          mapping.fields().values().forEach(field -> collect(field.value()));
      case Node.Sequence(List<Node> items, _) -> items.forEach(this::collect);
      case Node.Tagged(_, Node value, _) -> collect(value);
      case Node.Numeral _, Node.Bool _, Node.Null _ -> {}
    }
  }

  /// Of faulty text the beginning is looked at; loading refuses it anyway.
  private void collect(String template) {
    int at = template.indexOf('$');
    while (at >= 0 && faults < MOST_FAULTS) {
      at = template.indexOf('$', behind(template, at));
    }
  }

  /// Notes what begins at that dollar sign; gives the index behind it.
  private int behind(String template, int dollar) {
    if (template.startsWith("$$", dollar)) {
      return dollar + 2;
    }
    if (template.startsWith("${", dollar)) {
      return Expression.at(template, dollar)
          .map(this::note)
          .orElseGet(() -> {
            faults++;
            return dollar + 1;
          });
    }
    int end = Expression.endOfName(template, dollar + 1);
    if (end > dollar + 1) {
      note(new UsedVariable(template.substring(dollar + 1, end), false, "", ""));
    }
    return end;
  }

  private int note(Expression expression) {
    String name = expression.name();
    String word = expression.word();
    switch (expression.operator()) {
      case NONE -> note(new UsedVariable(name, false, "", ""));
      case REQUIRED -> note(new UsedVariable(name, true, "", ""));
      case DEFAULT -> {
        note(new UsedVariable(name, false, word, ""));
        nested(word);
      }
      case REPLACEMENT -> {
        note(new UsedVariable(name, false, "", word));
        nested(word);
      }
    }
    return expression.end();
  }

  private void nested(String word) {
    if (depth < Template.DEEPEST) {
      depth++;
      collect(word);
      depth--;
    }
  }

  private void note(UsedVariable variable) {
    found.merge(variable.name(), variable, UsedVariable::and);
  }
}
