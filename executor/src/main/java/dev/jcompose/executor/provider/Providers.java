package dev.jcompose.executor.provider;

import dev.jcompose.executor.provider.ProviderEvent.Action;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.Provider;
import dev.jcompose.model.Service;
import dev.jcompose.planner.Problem;
import dev.jcompose.planner.ProviderVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Tells providers what to do, one after the other, and understands what they say.
public final class Providers {
  private final ProviderPrograms programs;

  public Providers(ProviderPrograms programs) {
    this.programs = programs;
  }

  /// The same programs as far as they look after AI models.
  public Models models() {
    return new Models(programs);
  }

  /// A problem for each of these services whose program is not there.
  public List<Problem> missing(List<Service> services) {
    return services.stream()
        .filter(service -> programs.find(provider(service).type()).isEmpty())
        .<Problem>map(service -> new Problem.NoProvider(service.name(), provider(service).type()))
        .toList();
  }

  /// Brings these services up, in this order.
  ///
  /// @return the project in which their dependents have the variables that were told
  public Project up(Project project, List<Service> services, Consumer<ProviderEvent> listener)
      throws ProviderException, InterruptedException {
    var result = project;
    for (Service service : services) {
      var run = new Run(project.name(), service, Action.UP, listener);
      result = ProviderVariables.told(result, service.name(), run.variables());
    }
    return result;
  }

  /// Takes these services down, in the opposite order.
  ///
  /// @throws ProviderException if one of them failed; the others have been taken down all the same
  public void down(Project project, List<Service> services, Consumer<ProviderEvent> listener)
      throws ProviderException, InterruptedException {
    Optional<ProviderException> failure = Optional.empty();
    for (Service service : services.reversed()) {
      try {
        var _ = new Run(project.name(), service, Action.DOWN, listener).variables();
      } catch (ProviderException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /// Stops those of these services whose providers say that they can, in the opposite order.
  public void stop(Project project, List<Service> services, Consumer<ProviderEvent> listener)
      throws ProviderException, InterruptedException {
    for (Service service : services.reversed()) {
      var run = new Run(project.name(), service, Action.STOP, listener);
      if (run.isOffered()) {
        var _ = run.variables();
      }
    }
  }

  private static Provider provider(Service service) {
    return service.lifecycle().provider().orElseThrow();
  }

  /// One run of one provider.
  private final class Run {
    private final ProjectName project;
    private final Service service;
    private final Action action;
    private final Consumer<ProviderEvent> listener;
    private final SequencedMap<String, String> variables = new LinkedHashMap<>();

    Run(ProjectName project, Service service, Action action, Consumer<ProviderEvent> listener) {
      this.project = project;
      this.service = service;
      this.action = action;
      this.listener = listener;
    }

    /// Whether there is a program, and it says that it knows the action.
    boolean isOffered() throws InterruptedException {
      var program = programs.find(provider(service).type());
      return program.isPresent() && metadata(program.get()).has(action.word());
    }

    /// Runs it and gives the variables that it told.
    SequencedMap<String, String> variables() throws ProviderException, InterruptedException {
      var program =
          programs
              .find(provider(service).type())
              .orElseThrow(() ->
                  failure(
                      "there is neither a docker plugin nor a program \""
                          + provider(service).type()
                          + "\""));
      var metadata = metadata(program);
      var lacking = metadata.missing(action.word(), provider(service));
      if (!lacking.isEmpty()) {
        throw failure("it needs the options " + String.join(", ", lacking));
      }
      listener.accept(new ProviderEvent.Started(service.name(), action));
      try {
        var finished = programs.run(call(program, arguments(metadata)), this::hear);
        if (finished.status() != 0) {
          throw failure("exit status " + finished.status() + lastWords(finished.errors()));
        }
      } catch (GaveUp gaveUp) {
        throw failure(String.valueOf(gaveUp.getMessage()));
      } catch (IOException e) {
        throw failure(e.getMessage() == null ? e.toString() : e.getMessage());
      }
      listener.accept(new ProviderEvent.Done(service.name(), action));
      return variables;
    }

    private String lastWords(String errors) {
      return errors.isEmpty() ? "" : ": " + errors;
    }

    private ProviderException failure(String reason) {
      listener.accept(new ProviderEvent.Failed(service.name(), reason));
      return new ProviderException(service.name(), reason);
    }

    /// What cannot be understood is as good as nothing: the command is optional.
    private ProviderMetadata metadata(Path program) throws InterruptedException {
      var text = new StringBuilder();
      try {
        var finished =
            programs.run(
                call(program, List.of("compose", "metadata")),
                line -> text.append(line).append('\n'));
        return ProviderMetadata.of(finished.status() == 0 ? text.toString() : "");
      } catch (IOException _) {
        return ProviderMetadata.of("");
      }
    }

    private ProviderPrograms.Call call(Path program, List<String> arguments) {
      return new ProviderPrograms.Call(program, arguments, project.value());
    }

    private List<String> arguments(ProviderMetadata metadata) {
      var words = new ArrayList<String>();
      words.add("compose");
      words.add("--project-name=" + project);
      words.add(action.word());
      metadata
          .options(action.word(), provider(service))
          .forEach((key, values) -> values.forEach(value -> words.add("--" + key + "=" + value)));
      words.add(service.name().value());
      return words;
    }

    private void hear(String line) {
      if (line.isBlank()) {
        return;
      }
      switch (ProviderMessage.of(line)) {
        case ProviderMessage.Info(String text) ->
            listener.accept(new ProviderEvent.Told(service.name(), text));
        case ProviderMessage.Debug() -> {}
        case ProviderMessage.SetVariable(String name, String value) ->
            variables.put(ProviderVariables.prefix(service.name()) + name, value);
        case ProviderMessage.SetRawVariable(String name, String value) ->
            variables.put(name, value);
        case ProviderMessage.Refusal(String text) -> throw new GaveUp(text);
        case ProviderMessage.Nonsense(String text) ->
            throw new GaveUp("it said what no provider may say: " + text);
      }
    }
  }

  /// Ends a run from inside its listener.
  private static final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GaveUp(String reason) {
      super(reason);
    }
  }
}
