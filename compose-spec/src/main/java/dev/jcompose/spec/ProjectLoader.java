package dev.jcompose.spec;

import dev.jcompose.model.ProjectFiles;
import dev.jcompose.model.ProjectName;
import dev.jcompose.spec.load.DocumentLoader;
import dev.jcompose.spec.load.LoadSteps;
import dev.jcompose.spec.load.ParsedFile;
import dev.jcompose.spec.source.FileReader;
import dev.jcompose.spec.source.FoundProject;
import dev.jcompose.spec.source.ProjectFinder;
import dev.jcompose.spec.source.ProjectNamer;
import dev.jcompose.spec.yaml.Node;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Loads projects: finds their files, reads them, and makes a project of them.
///
/// A loader has no state; several threads may use one. {@link Sources} given to it are filled with
/// what was read, also if loading fails, so that diagnostics can be shown with their lines.
public final class ProjectLoader {
  private final LoadSteps steps;

  /// @param steps what is done between merging and binding
  public ProjectLoader(LoadSteps steps) {
    this.steps = steps;
  }

  /// Reads a project into one document.
  ///
  /// @throws InvalidProjectException with all problems of the first stage that found an error
  public LoadedDocument read(LoadRequest request, Sources sources) throws InvalidProjectException {
    Problems problems = new Problems();
    FileReader files = new FileReader(request.surroundings().currentDirectory(), sources);
    FoundProject found = new ProjectFinder(request, files, sources, problems).find();
    List<ParsedFile> parsed =
        found.files().stream().map(file -> ParsedFile.of(file, problems)).toList();
    Optional<ProjectName> name =
        new ProjectNamer(found, problems).name(request.choice().projectName(), documents(parsed));
    problems.throwIfErrors();
    LoadContext context =
        new LoadContext(
            name.orElseThrow(),
            found.directory(),
            withName(found.environment(), name.orElseThrow()),
            found.profiles(),
            request.switches(),
            problems);
    Node.Mapping document = new DocumentLoader(files, sources, steps).load(parsed, context);
    checkNotEmpty(document, problems);
    problems.throwIfErrors();
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

  private static void checkNotEmpty(Node.Mapping document, Problems problems) {
    if (document.fields().isEmpty()) {
      problems.add(
          Diagnostic.error(
                  "empty-project", "nothing is in this file", document.span(), NodePath.ROOT)
              .withHint("A Compose file has at least `services`."));
    }
  }

  private static ProjectFiles projectFiles(FoundProject found) {
    List<Path> composeFiles = found.files().stream().flatMap(file -> file.path().stream()).toList();
    return new ProjectFiles(found.directory(), composeFiles, found.envFiles());
  }
}
