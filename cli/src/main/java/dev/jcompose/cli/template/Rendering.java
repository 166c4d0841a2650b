package dev.jcompose.cli.template;

import dev.jcompose.cli.template.Template.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a template with values in it.
final class Rendering {
  private static final String WHOLE = "";

  private final StringBuilder out;
  private final Map<String, Object> variables = new HashMap<>();
  private Object dot;

  Rendering(Object whole, StringBuilder out) {
    this.out = out;
    dot = whole;
    variables.put(WHOLE, whole);
  }

  void write(List<Node> nodes) {
    nodes.forEach(this::write);
  }

  private void write(Node node) {
    switch (node) {
      case Node.Text(String text) -> out.append(text);
      case Node.Output(Expression value) -> out.append(Values.text(value(value)));
      case Node.Assignment(String variable, Expression value) ->
          variables.put(variable, value(value));
      case Node.Choice(Expression condition, var body, var otherwise) ->
          write(Values.isTrue(value(condition)) ? body : otherwise);
      case Node.With(Expression expression, var body, var otherwise) -> {
        Object value = value(expression);
        if (Values.isTrue(value)) {
          write(body, value);
        } else {
          write(otherwise);
        }
      }
      case Node.Repetition repetition -> repeat(repetition);
    }
  }

  private void write(List<Node> body, Object with) {
    Object before = dot;
    dot = with;
    write(body);
    dot = before;
  }

  private void repeat(Node.Repetition repetition) {
    Map<?, ?> elements = Values.elements(value(repetition.elements()));
    if (elements.isEmpty()) {
      write(repetition.otherwise());
    }
    List<String> names = repetition.variables();
    elements.forEach((key, element) -> {
      if (names.size() == 2) {
        variables.put(names.getFirst(), key);
      }
      if (!names.isEmpty()) {
        variables.put(names.getLast(), element);
      }
      write(repetition.body(), element);
    });
  }

  private Object value(Expression expression) {
    return switch (expression) {
      case Expression.Dot _ -> dot;
      case Expression.Literal(Object value) -> value;
      case Expression.Variable(String name) -> {
        Object value = variables.get(name);
        if (value == null) {
          throw new TemplateException("there is no variable $" + name);
        }
        yield value;
      }
      case Expression.Field(Expression of, String name, var arguments) ->
          field(value(of), name, values(arguments));
      case Expression.Call(String function, var arguments) ->
          Functions.call(function, values(arguments));
    };
  }

  private List<Object> values(List<Expression> expressions) {
    List<Object> values = new ArrayList<>();
    expressions.forEach(expression -> values.add(value(expression)));
    return values;
  }

  private static Object field(Object of, String name, List<Object> arguments) {
    if (!(of instanceof Map<?, ?> fields)) {
      throw new TemplateException("." + name + ": \"" + Values.text(of) + "\" has no fields");
    }
    Object value = fields.get(name);
    if (value == null) {
      throw new TemplateException("there is no field ." + name + "; there are " + names(fields));
    }
    if (value instanceof Method method) {
      return method.call(arguments);
    }
    if (!arguments.isEmpty()) {
      throw new TemplateException("." + name + " takes no arguments");
    }
    return value;
  }

  private static String names(Map<?, ?> fields) {
    return String.join(", ", fields.keySet().stream().map(name -> "." + name).sorted().toList());
  }
}
