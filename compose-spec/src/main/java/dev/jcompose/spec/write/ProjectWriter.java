package dev.jcompose.spec.write;

import dev.jcompose.model.Project;
import dev.jcompose.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A project in its canonical form, as `config` prints it: loaded again, it gives the same project.
///
/// `$` is doubled in values, so that loading does not take it for a variable; in keys there are no
/// variables. The values of secrets and configs that come from variables are not printed.
public final class ProjectWriter {
  private ProjectWriter() {}

  /// As JSON, without a new line at the end. Models are left out, as by docker compose 2.40.
  public static String json(Project project) {
    Value fields = Fields.sorted(content(project, Form.JSON).without("models"), value -> value);
    return JsonPrinter.indented(escaped(fields));
  }

  /// As YAML, with a new line at the end.
  public static String yaml(Project project) {
    return YamlPrinter.print(escaped(content(project, Form.YAML).value()));
  }

  /// What the YAML says, but with each `$` once.
  public static Value value(Project project) {
    return content(project, Form.YAML).value();
  }

  private static Fields content(Project project, Form form) {
    Fields fields =
        new Fields(form)
            .text("name", project.name().value())
            .put(
                "services",
                Fields.sorted(project.services(), service -> ServiceWriter.write(service, form)))
            .map("networks", project.networks(), network -> ElementWriter.network(network, form))
            .map("volumes", project.volumes(), volume -> ElementWriter.volume(volume, form))
            .map("secrets", project.secrets(), secret -> ElementWriter.secret(secret, form))
            .map("configs", project.configs(), config -> ElementWriter.config(config, form))
            .map("models", project.models(), model -> ElementWriter.model(model, form));
    project
        .extensions()
        .values()
        .forEach((key, value) -> fields.put(key, form == Form.JSON ? withNulls(value) : value));
    return fields;
  }

  /// As docker compose does, JSON says `null` for an empty list of the user's own.
  private static Value withNulls(Value value) {
    return switch (value) {
      case Value.Items(List<Value> values) ->
          values.isEmpty()
              ? new Value.Null()
              : new Value.Items(values.stream().map(ProjectWriter::withNulls).toList());
      case Value.Fields(SequencedMap<String, Value> values) -> {
        SequencedMap<String, Value> fields = new LinkedHashMap<>(values);
        fields.replaceAll((_, field) -> withNulls(field));
        yield new Value.Fields(fields);
      }
      case Value.Scalar _ -> value;
    };
  }

  private static Value escaped(Value value) {
    return switch (value) {
      case Value.Text(String text) ->
          text.indexOf('$') < 0 ? value : new Value.Text(text.replace("$", "$$"));
      case Value.Items(List<Value> values) ->
          new Value.Items(values.stream().map(ProjectWriter::escaped).toList());
      case Value.Fields(SequencedMap<String, Value> values) -> {
        SequencedMap<String, Value> fields = new LinkedHashMap<>(values);
        fields.replaceAll((_, field) -> escaped(field));
        yield new Value.Fields(fields);
      }
      case Value.Scalar _ -> value;
    };
  }
}
