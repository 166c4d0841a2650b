package dev.jcompose;

import dev.jcompose.model.Project;
import dev.jcompose.spec.ProjectLoader;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.DiagnosticPrinter;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.git.GitRepositories;
import dev.jcompose.spec.select.UsedResources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/// Reads a project's files.
final class ProjectFiles {
  private ProjectFiles() {}

  /// What came of it.
  ///
  /// @param warnings each as people read it
  record Read(Project project, List<String> warnings) {}

  static Read read(Selection selection, SequencedMap<String, String> environment) {
    var sources = new Sources();
    var printer = new DiagnosticPrinter(sources);
    try {
      var loaded = new ProjectLoader().load(request(selection, environment), sources);
      var warnings = loaded.warnings().stream().map(each -> print(printer, each)).toList();
      return new Read(UsedResources.only(loaded.project()), warnings);
    } catch (InvalidProjectException invalid) {
      throw new ComposeException(
          ComposeException.Reason.INVALID_FILES,
          invalid.diagnostics().stream()
              .filter(each -> each.severity() == Diagnostic.Severity.ERROR)
              .map(each -> print(printer, each))
              .toList());
    }
  }

  private static String print(DiagnosticPrinter printer, Diagnostic diagnostic) {
    return printer.print(diagnostic).stripTrailing();
  }

  private static LoadRequest request(
      Selection selection, SequencedMap<String, String> environment) {
    return new LoadRequest(
        new LoadRequest.Choice(
            selection.files().stream().map(Path::toString).toList(),
            selection.name(),
            selection.projectDirectory(),
            selection.envFiles(),
            selection.profiles()),
        new LoadRequest.Surroundings(
            environment,
            selection.folder(),
            InputStream::nullInputStream,
            new GitRepositories(environment)),
        LoadSwitches.ALL_ON);
  }
}
