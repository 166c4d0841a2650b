package dev.jcompose.cli.project;

import dev.jcompose.cli.artifact.RemoteFiles;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.spec.LoadedDocument;
import dev.jcompose.spec.ProjectIdentity;
import dev.jcompose.spec.ProjectLoader;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.explain.Explainer;
import dev.jcompose.spec.lint.Linted;
import dev.jcompose.spec.lint.Linter;
import dev.jcompose.spec.select.ServiceSelection;
import dev.jcompose.spec.select.UsedResources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.source.ServiceOverlay;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.trail.RecordedTrail;
import dev.jcompose.spec.write.DocumentWriter;
import dev.jcompose.spec.write.ProjectWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Loads the project that the user means, and tells them what is wrong with it.
public final class Loading {
  private final Context context;
  private final Sources sources = new Sources();
  private final Findings findings;

  /// Loading that tells what it finds in words.
  public Loading(Context context) {
    this(context, DiagnosticForm.TEXT);
  }

  /// The same by a command that goes on to the engine.
  public static Loading beforeEngine(Context context) {
    HeadStart.ofConnections();
    return new Loading(context);
  }

  /// Loading that tells what it finds in that form.
  public Loading(Context context, DiagnosticForm form) {
    this.context = context;
    this.findings = new Findings(context.host(), sources, form);
  }

  /// The project with what its enabled services use; warnings have been printed.
  ///
  /// @param services those that the command names; they are enabled, whatever their profiles
  /// @throws CommandFailure if one of them does not exist
  /// @throws InvalidFiles if there is no project; errors have been printed
  public Project project(Collection<ServiceName> services) {
    return project(services, LoadSwitches.ALL_ON);
  }

  /// The same with what flags say of one of the services.
  public Project project(Collection<ServiceName> services, ServiceOverlay flags) {
    try {
      return loaded(request(services, LoadSwitches.ALL_ON).with(flags), services);
    } catch (InvalidProjectException invalid) {
      throw refused(invalid);
    }
  }

  /// What came of loading.
  public sealed interface Attempt {
    /// The files make this project.
    record Loaded(Project project) implements Attempt {}

    /// They make none; the user has not been told why.
    record Failed(InvalidProjectException why) implements Attempt {}
  }

  /// The same for those who can do without.
  ///
  /// @throws CommandFailure if one of the services does not exist
  public Attempt attempt(Collection<ServiceName> services) {
    try {
      return new Attempt.Loaded(
          loaded(request(services, LoadSwitches.NO_NEW_CONTAINERS), services));
    } catch (InvalidProjectException invalid) {
      return new Attempt.Failed(invalid);
    }
  }

  /// Whose project the files are, also when they cannot be loaded.
  public Optional<ProjectIdentity> identity() {
    return context.options().choice().files().contains("-")
        ? Optional.empty()
        : new ProjectLoader().identity(request(List.of(), LoadSwitches.ALL_ON));
  }

  /// Tells what is wrong with the files as something that does not matter now.
  public void excuse(InvalidProjectException invalid) {
    tell(
        invalid.diagnostics().stream()
            .map(found ->
                new Diagnostic(
                    Diagnostic.Severity.WARNING,
                    found.code(),
                    found.message(),
                    found.span(),
                    found.path(),
                    found.hint()))
            .toList());
  }

  /// The same, loaded with these steps only.
  ///
  /// @throws CommandFailure if one of the services does not exist
  /// @throws InvalidFiles if there is no project; errors have been printed
  public Project project(Collection<ServiceName> services, LoadSwitches switches) {
    try {
      return loaded(request(services, switches), services);
    } catch (InvalidProjectException invalid) {
      throw refused(invalid);
    }
  }

  private Project loaded(LoadRequest request, Collection<ServiceName> services)
      throws InvalidProjectException {
    var loaded = new ProjectLoader().load(request, sources);
    tell(loaded.warnings());
    checkKnown(loaded.project(), services);
    return withResources(loaded.project());
  }

  /// The document that the files make, which may hold variables if the steps say so.
  ///
  /// @throws InvalidFiles if there is none; errors have been printed
  public LoadedDocument document(LoadSwitches switches) {
    try {
      var read = new ProjectLoader().read(request(List.of(), switches), sources);
      tell(read.context().problems().sorted());
      return read;
    } catch (InvalidProjectException invalid) {
      throw refused(invalid);
    }
  }

  /// What the project could do better, sorted by place; the mistakes, if the files make none.
  /// Nothing is printed.
  public Linted lint(Linter linter) {
    try {
      var switches = new LoadSwitches(true, true, true, true, false, false);
      return linter.lint(new ProjectLoader().load(request(List.of(), switches), sources), sources);
    } catch (InvalidProjectException invalid) {
      return new Linted(invalid.diagnostics(), List.of());
    }
  }

  /// Says a second time what was found, where that becomes annotations of lines.
  public void annotate(List<Diagnostic> diagnostics) {
    findings.annotate(diagnostics);
  }

  /// The files that were read.
  public Sources sources() {
    return sources;
  }

  /// Says where the values of that part of the project come from that these services use.
  ///
  /// @throws CommandFailure if one of the services does not exist
  /// @throws InvalidFiles if there is no project; errors have been printed
  public Explainer explainer(
      Collection<ServiceName> services, LoadSwitches switches, UnaryOperator<Project> selection) {
    try {
      var trail = new RecordedTrail();
      var request = request(services, switches);
      if (!switches.interpolation()) {
        var read = new ProjectLoader().read(request, sources, trail);
        tell(read.context().problems().sorted());
        return new Explainer(DocumentWriter.value(read.document()), read.document(), trail);
      }
      var loaded = new ProjectLoader().load(request, sources, trail);
      tell(loaded.warnings());
      checkKnown(loaded.project(), services);
      var shown = selection.apply(withResources(loaded.project()));
      return new Explainer(ProjectWriter.value(shown), loaded.settled(), trail);
    } catch (InvalidProjectException invalid) {
      throw refused(invalid);
    }
  }

  /// The same project with those networks, volumes, configs and secrets that belong to it.
  public Project withResources(Project project) {
    return switch (context.options().resources()) {
      case USED -> UsedResources.only(project);
      case ALL -> project;
    };
  }

  private static void checkKnown(Project project, Collection<ServiceName> services) {
    for (ServiceName name : ServiceSelection.unknown(project, List.copyOf(services))) {
      throw new CommandFailure("no such service: " + name);
    }
  }

  private LoadRequest request(Collection<ServiceName> services, LoadSwitches switches) {
    var host = context.host();
    return new LoadRequest(
        context.options().choice(),
        new LoadRequest.Surroundings(
            host.environment(),
            host.currentDirectory(),
            host.streams()::in,
            new RemoteFiles(host.environment(), context.options().insecureRegistries())),
        switches,
        services.stream().map(ServiceName::value).toList());
  }

  /// Tells what is wrong with the files.
  InvalidFiles refused(InvalidProjectException invalid) {
    tell(invalid.diagnostics());
    return new InvalidFiles(invalid);
  }

  private void tell(List<Diagnostic> diagnostics) {
    findings.tell(diagnostics);
  }

  /// The files make no project, and the user has been told why.
  public static final class InvalidFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidFiles(InvalidProjectException cause) {
      super(cause);
    }
  }
}
