package dev.jcompose.spec.include;

import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.yaml.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A project to take in: its files, and where and with which variables they are read.
///
/// @param base what its relative paths start at, seen from the including project
/// @param chain the files that led here, from the first one on
public record IncludedProject(List<Path> files, LoadContext context, Path base, List<Path> chain) {
  public IncludedProject {
    files = List.copyOf(files);
    chain = List.copyOf(chain);
  }

  /// Loads included projects for {@link Includer}.
  @FunctionalInterface
  public interface Loader {
    /// The document of that project, in the canonical form, or nothing if it has errors, which are
    /// then among the problems.
    Optional<Node.Mapping> load(IncludedProject project);
  }
}
