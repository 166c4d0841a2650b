package dev.jcompose.cli.template;

import java.util.List;
import java.util.Map;

/// A template that was read, e.g. `{{.Name}}: {{.State | upper}}`.
///
/// It knows `if`, `else`, `range`, `with`, variables, comments, marks that trim, pipes, and the
/// functions of {@link Functions}. Values are texts, numbers, truth values, lists, maps with texts
/// as keys, and {@link Method}s.
public final class Template {
  private final List<Node> nodes;

  /// A field that wants arguments, e.g. `.Label "name"`.
  @FunctionalInterface
  public interface Method {
    /// Its value for these arguments.
    Object call(List<Object> arguments);
  }

  private Template(List<Node> nodes) {
    this.nodes = nodes;
  }

  /// Reads a template.
  ///
  /// @throws TemplateException if it is not one
  public static Template parse(String text) {
    return new Template(Parser.parse(text));
  }

  /// What it makes of these fields.
  ///
  /// @throws TemplateException if it asks for a field or a function that is not there
  public String render(Map<String, ?> fields) {
    StringBuilder out = new StringBuilder();
    new Rendering(fields, out).write(nodes);
    return out.toString();
  }
}
