package dev.jcompose.spec;

import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectFiles;
import dev.jcompose.model.ProjectName;
import dev.jcompose.spec.bind.ProjectBinder;
import dev.jcompose.spec.bind.SoundPart;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.load.DocumentLoader;
import dev.jcompose.spec.load.LoadSteps;
import dev.jcompose.spec.load.ParsedFile;
import dev.jcompose.spec.select.ActiveProfiles;
import dev.jcompose.spec.source.FileReader;
import dev.jcompose.spec.source.FoundProject;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.source.ProjectFinder;
import dev.jcompose.spec.source.ProjectNamer;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.yaml.Node;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Loads projects: finds their files, reads them, and makes a project of them.
///
/// A loader has no state; several threads may use one. What it reads it notes in {@link Sources},
/// so that diagnostics can be shown with their lines.
public final class ProjectLoader {
  /// Mistakes after which a file can be read further, to find more of them.
  private static final Set<String> HARMLESS =
      Set.of("duplicate-key", "key-not-text", "project-name");

  /// Stands in for a name with a mistake in it.
  private static final ProjectName NO_NAME = new ProjectName("project");

  private final LoadSteps steps;

  /// A loader that takes all steps.
  public ProjectLoader() {
    this(LoadSteps.ALL);
  }

  ProjectLoader(LoadSteps steps) {
    this.steps = steps;
  }

  /// Loads a project.
  ///
  /// @param sources filled with the files that are read, also if loading fails
  /// @throws InvalidProjectException with all problems, if one of them is an error
  public LoadedProject load(LoadRequest request, Sources sources) throws InvalidProjectException {
    return load(request, sources, Trail.NONE);
  }

  /// The same, and the trail is told what becomes of values on the way.
  ///
  /// @throws InvalidProjectException with all problems, if one of them is an error
  public LoadedProject load(LoadRequest request, Sources sources, Trail trail)
      throws InvalidProjectException {
    return onAnyStack(sources, () -> loaded(request, sources, trail));
  }

  private LoadedProject loaded(LoadRequest request, Sources sources, Trail trail)
      throws InvalidProjectException {
    LoadedDocument read = document(request, sources, trail);
    Node.Mapping document = read.document();
    LoadContext context =
        read.context()
            .withProfiles(
                new ActiveProfiles(read.context().profiles())
                    .with(document, request.services())
                    .names());
    for (LoadStep step : steps.settle()) {
      document = step.apply(document, context);
      context.problems().nextStage();
    }
    if (context.problems().hasErrors()) {
      SoundPart.of(document, context.problems().sorted())
          .ifPresent(sound -> ProjectBinder.bind(sound, read.files(), context));
    }
    context.problems().throwIfErrors();
    Project project = ProjectBinder.bind(document, read.files(), context);
    context.problems().throwIfErrors();
    return new LoadedProject(project, read, document);
  }

  /// The variables of the process, and below them the settings (`COMPOSE_…`) of `.env` or the env
  /// files named instead. Whatever is wrong with these files is left for loading to say.
  public static SequencedMap<String, String> settings(
      LoadRequest.Choice choice, LoadRequest.Surroundings surroundings) {
    Sources sources = new Sources();
    FileReader files = new FileReader(surroundings, sources);
    LoadRequest request = new LoadRequest(choice, surroundings, LoadSwitches.ALL_ON);
    return new ProjectFinder(request, files, new Problems()).settings();
  }

  /// Whose project the files are, told from no more than the top of them: also when they cannot be
  /// loaded, because a variable is not set for instance. Nothing, if there are no files, or they
  /// cannot be parsed, or do not tell a name.
  public Optional<ProjectIdentity> identity(LoadRequest request) {
    Sources sources = new Sources();
    Problems problems = new Problems();
    FileReader files = new FileReader(request.surroundings(), sources);
    FoundProject found = new ProjectFinder(request, files, problems).find();
    List<ParsedFile> parsed =
        found.files().stream().map(file -> ParsedFile.of(file, problems, Trail.NONE)).toList();
    if (problems.hasErrors() || parsed.isEmpty()) {
      return Optional.empty();
    }
    return new ProjectNamer(found, request.switches(), problems)
        .name(request.choice().projectName(), documents(parsed))
        .map(name -> new ProjectIdentity(name, found.base()));
  }

  /// Reads a project into one document, which may still hold variables if the request says so.
  ///
  /// @param sources filled with the files that are read, also if reading fails
  /// @throws InvalidProjectException with all problems, if one of them is an error
  public LoadedDocument read(LoadRequest request, Sources sources) throws InvalidProjectException {
    return read(request, sources, Trail.NONE);
  }

  /// The same, and the trail is told what becomes of values on the way.
  ///
  /// @throws InvalidProjectException with all problems, if one of them is an error
  public LoadedDocument read(LoadRequest request, Sources sources, Trail trail)
      throws InvalidProjectException {
    return onAnyStack(
        sources,
        () -> {
          LoadedDocument read = document(request, sources, trail);
          read.context().problems().throwIfErrors();
          return read;
        });
  }

  private interface Load<T> {
    T result() throws InvalidProjectException;
  }

  /// How deep files nest is bounded, but the stack of the caller's thread may be smaller still.
  private static <T> T onAnyStack(Sources sources, Load<T> load) throws InvalidProjectException {
    try {
      return load.result();
    } catch (StackOverflowError _) {
      Optional<Span> place =
          sources.all().stream().findFirst().map(file -> new Span(file.name(), 1, 1, 1, 1));
      throw new InvalidProjectException(
          List.of(
              new Diagnostic(
                  Diagnostic.Severity.ERROR,
                  "too-deep",
                  "the file nests deeper than the stack of this thread allows",
                  place,
                  NodePath.ROOT,
                  Optional.empty())));
    }
  }

  /// The document, which has errors if the problems in its context say so.
  ///
  /// @throws InvalidProjectException if there are no documents, or it cannot be told where they
  ///   begin: then there is nothing to look at any further
  private LoadedDocument document(LoadRequest request, Sources sources, Trail trail)
      throws InvalidProjectException {
    Problems problems = new Problems();
    FileReader files = new FileReader(request.surroundings(), sources);
    FoundProject found = new ProjectFinder(request, files, problems, trail).find();
    List<ParsedFile> parsed =
        found.files().stream().map(file -> ParsedFile.of(file, problems, trail)).toList();
    Optional<ProjectName> name =
        new ProjectNamer(found, request.switches(), problems, trail)
            .name(request.choice().projectName(), documents(parsed));
    if (problems.errors(code -> !HARMLESS.contains(code)) > 0) {
      throw new InvalidProjectException(problems.sorted());
    }
    problems.nextStage();
    ProjectName known = name.orElse(NO_NAME);
    LoadContext context =
        new LoadContext(
            known,
            found.base(),
            withName(found.environment(), known),
            found.profiles(),
            request.services(),
            request.switches(),
            problems,
            trail);
    Node.Mapping document =
        new DocumentLoader(files, sources, steps).load(parsed, request.overlay(), context);
    return new LoadedDocument(document, context, projectFiles(found));
  }

  private static List<Node.Mapping> documents(List<ParsedFile> parsed) {
    return parsed.stream().flatMap(file -> file.documents().stream()).toList();
  }

  private static SequencedMap<String, String> withName(
      SequencedMap<String, String> environment, ProjectName name) {
    SequencedMap<String, String> named = new LinkedHashMap<>(environment);
    named.put("COMPOSE_PROJECT_NAME", name.value());
    return named;
  }

  private static ProjectFiles projectFiles(FoundProject found) {
    List<Path> composeFiles = found.files().stream().flatMap(file -> file.path().stream()).toList();
    return new ProjectFiles(found.base(), composeFiles, found.envFiles());
  }
}
