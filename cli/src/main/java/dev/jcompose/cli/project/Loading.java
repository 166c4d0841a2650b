package dev.jcompose.cli.project;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.spec.LoadedProject;
import dev.jcompose.spec.ProjectLoader;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.DiagnosticPrinter;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Loads the project that the user means, and tells them what is wrong with it.
public final class Loading {
  private final Context context;
  private final Sources sources = new Sources();

  public Loading(Context context) {
    this.context = context;
  }

  /// The project; warnings have been printed.
  ///
  /// @throws InvalidFiles if there is none; errors have been printed
  public Project project() {
    return project(LoadSwitches.ALL_ON);
  }

  /// The project, loaded with these steps only.
  ///
  /// @throws InvalidFiles if there is none; errors have been printed
  public Project project(LoadSwitches switches) {
    return loaded(switches).project();
  }

  /// The project and what it was made of.
  ///
  /// @throws InvalidFiles if there is none; errors have been printed
  public LoadedProject loaded(LoadSwitches switches) {
    try {
      var loaded = new ProjectLoader().load(request(switches), sources);
      tell(loaded.warnings());
      return loaded;
    } catch (InvalidProjectException invalid) {
      throw refused(invalid);
    }
  }

  /// The project with these services enabled, whatever their profiles.
  ///
  /// @throws CommandFailure if there is no such service
  public Project projectWith(Collection<ServiceName> services) {
    return enabling(project(), services);
  }

  /// That project with these services enabled, whatever their profiles.
  ///
  /// @throws CommandFailure if there is no such service
  public static Project enabling(Project project, Collection<ServiceName> services) {
    SequencedMap<ServiceName, Service> enabled = new TreeMap<>(project.services());
    SequencedMap<ServiceName, Service> disabled = new TreeMap<>(project.disabledServices());
    for (ServiceName name : services) {
      var service = disabled.remove(name);
      if (service != null) {
        enabled.put(name, service);
      } else if (!enabled.containsKey(name)) {
        throw new CommandFailure("no such service: " + name);
      }
    }
    return new Project(
        project.name(),
        project.files(),
        enabled,
        disabled,
        project.networks(),
        project.volumes(),
        project.configs(),
        project.secrets(),
        project.models(),
        project.extensions());
  }

  private LoadRequest request(LoadSwitches switches) {
    var host = context.host();
    return new LoadRequest(
        context.options().choice(),
        new LoadRequest.Surroundings(
            host.environment(), host.currentDirectory(), this::standardInput),
        switches);
  }

  private String standardInput() {
    try {
      return new String(context.host().streams().in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InvalidFiles refused(InvalidProjectException invalid) {
    tell(invalid.diagnostics());
    return new InvalidFiles(invalid);
  }

  private void tell(List<Diagnostic> diagnostics) {
    context.host().streams().err().print(new DiagnosticPrinter(sources).print(diagnostics));
  }

  /// The files make no project, and the user has been told why.
  public static final class InvalidFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFiles(InvalidProjectException cause) {
      super(cause);
    }
  }
}
