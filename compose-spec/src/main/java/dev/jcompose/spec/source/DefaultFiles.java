package dev.jcompose.spec.source;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for a Compose file by its usual names, in a folder and those above it.
public final class DefaultFiles {
  /// The usual names; the first that is there is taken.
  public static final List<String> NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private final Problems problems;

  DefaultFiles(Problems problems) {
    this.problems = problems;
  }

  /// The Compose file nearest to `start`, and its override if there is one; empty if there is none,
  /// which is then among the problems.
  List<Path> find(Path start) {
    for (Path folder : withParents(start)) {
      Optional<Path> main = first(folder, NAMES, "config");
      if (main.isPresent()) {
        List<Path> found = new ArrayList<>(List.of(main.get()));
        first(folder, OVERRIDES, "override").ifPresent(found::add);
        return found;
      }
    }
    problems.add(
        problem(Diagnostic.Severity.ERROR, "no-compose-file", "no Compose file found")
            .withHint(
                "Looked for "
                    + String.join(", ", NAMES)
                    + " in "
                    + start
                    + " and the folders above it. Name a file with `-f`."));
    return List.of();
  }

  private static List<Path> withParents(Path start) {
    List<Path> folders = new ArrayList<>();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      folders.add(folder);
    }
    return folders;
  }

  private Optional<Path> first(Path folder, List<String> names, String kind) {
    List<Path> found = names.stream().map(folder::resolve).filter(Files::exists).toList();
    if (found.size() > 1) {
      List<String> all = found.stream().map(Path::toString).toList();
      problems.add(
          problem(
              Diagnostic.Severity.WARNING,
              "several-compose-files",
              "Found multiple %s files with supported names: %s. Using %s"
                  .formatted(kind, String.join(", ", all), all.getFirst())));
    }
    return found.stream().findFirst();
  }

  private static Diagnostic problem(Diagnostic.Severity severity, String code, String message) {
    return new Diagnostic(
        severity, code, message, Optional.empty(), NodePath.ROOT, Optional.empty());
  }
}
