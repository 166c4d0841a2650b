package dev.jcompose.executor.provider;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import dev.jcompose.model.AiModel;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ModelVariables;
import dev.jcompose.planner.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Brings AI models to where they run, by the plugin `model` of the docker command line, and tells
/// services of them.
public final class Models {
  private static final String PLUGIN = "model";

  private final ProviderPrograms programs;

  Models(ProviderPrograms programs) {
    this.programs = programs;
  }

  /// A problem if there are models and no plugin.
  public List<Problem> missing(List<AiModel> models) {
    return models.isEmpty() || programs.plugin(PLUGIN).isPresent()
        ? List.of()
        : List.of(new Problem.NoModelPlugin(models.stream().map(AiModel::key).toList()));
  }

  /// Fetches the models that are not there and sets all of them up, one after the other.
  ///
  /// @return the project in which the services that use them have their variables
  public Project up(Project project, List<AiModel> models, Consumer<ProviderEvent> listener)
      throws ProviderException, InterruptedException {
    var plugin = programs.plugin(PLUGIN);
    if (models.isEmpty() || plugin.isEmpty()) {
      return project;
    }
    var run = new Run(plugin.get(), project.name(), listener);
    var present = run.present(models.getFirst());
    for (AiModel model : models) {
      if (!present.contains(model.model())) {
        run.tell(model, "Pulling");
        run.call(model, List.of("pull", model.model()), line -> run.tell(model, line));
        run.tell(model, "Pulled");
      }
      run.tell(model, "Configuring");
      run.call(model, configuration(model), _ -> {});
      run.tell(model, "Configured");
    }
    return ModelVariables.told(project, run.endpoint(models.getFirst()));
  }

  private static List<String> configuration(AiModel model) {
    List<String> words = new ArrayList<>();
    words.add("configure");
    model.contextSize().ifPresent(size -> words.addAll(List.of("--context-size", size.toString())));
    words.add(model.model());
    if (!model.runtimeFlags().isEmpty()) {
      words.add("--");
      words.addAll(model.runtimeFlags());
    }
    return words;
  }

  /// The plugin while one project comes up.
  private final class Run {
    private final Path plugin;
    private final ProjectName project;
    private final Consumer<ProviderEvent> listener;

    Run(Path plugin, ProjectName project, Consumer<ProviderEvent> listener) {
      this.plugin = plugin;
      this.project = project;
      this.listener = listener;
    }

    /// The names of all models that need not be fetched.
    Set<String> present(AiModel asking) throws ProviderException, InterruptedException {
      Set<String> names = new HashSet<>();
      for (JsonValue model : answer(asking, "ls")) {
        model.path("tags").forEach(tag -> names.add(tag.asText()));
      }
      return names;
    }

    String endpoint(AiModel asking) throws ProviderException, InterruptedException {
      String endpoint = answer(asking, "status").path("endpoint").asText();
      if (endpoint.isEmpty()) {
        throw failure(asking, "`docker model status` names no endpoint; is the model runner on?");
      }
      return endpoint;
    }

    private JsonValue answer(AiModel asking, String command)
        throws ProviderException, InterruptedException {
      var text = new StringBuilder();
      call(asking, List.of(command, "--json"), line -> text.append(line).append('\n'));
      try {
        return JsonValue.parse(text.toString());
      } catch (MalformedJsonException e) {
        throw failure(asking, "the answer of `docker model " + command + "`: " + e.getMessage());
      }
    }

    void call(AiModel model, List<String> words, Consumer<String> lines)
        throws ProviderException, InterruptedException {
      try {
        var call = new ProviderPrograms.Call(plugin, words, project.value());
        var finished = programs.run(call, lines);
        if (finished.status() != 0) {
          var reason = finished.errors().isEmpty() ? "" : ": " + finished.errors();
          throw failure(
              model,
              "`docker model %s` ended with exit status %d%s"
                  .formatted(words.getFirst(), finished.status(), reason));
        }
      } catch (IOException e) {
        throw failure(model, e.getMessage() == null ? e.toString() : e.getMessage());
      }
    }

    private ProviderException failure(AiModel model, String reason) {
      tell(model, "Error");
      return new ProviderException(model, reason);
    }

    void tell(AiModel model, String status) {
      listener.accept(new ProviderEvent.OfModel(model.key(), status));
    }
  }
}
