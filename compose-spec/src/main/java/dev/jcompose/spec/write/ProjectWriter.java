package dev.jcompose.spec.write;

import dev.jcompose.model.Project;
import dev.jcompose.model.Value;

/// A project in its canonical form, as `config` prints it: loaded again, it gives the same project.
///
/// `$` is doubled, so that loading does not take it for a variable. The values of secrets and
/// configs that come from variables are not printed.
public final class ProjectWriter {
  private ProjectWriter() {}

  /// As JSON, without a new line at the end. Models are left out, as by docker compose 2.40.
  public static String json(Project project) {
    Value fields = Fields.sorted(content(project, Form.JSON).without("models"), value -> value);
    return escaped(JsonPrinter.indented(fields));
  }

  /// As YAML, with a new line at the end.
  public static String yaml(Project project) {
    return escaped(YamlPrinter.print(content(project, Form.YAML).value()));
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
    project.extensions().values().forEach(fields::put);
    return fields;
  }

  private static String escaped(String text) {
    return text.replace("$", "$$");
  }
}
