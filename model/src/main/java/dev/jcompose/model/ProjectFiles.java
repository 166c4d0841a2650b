package dev.jcompose.model;

import java.nio.file.Path;
import java.util.List;

/// Where a project was read from; all paths are absolute.
///
/// @param workingDirectory what relative paths in the files start at
/// @param composeFiles in the order they were merged; empty when the project came from labels
/// @param environmentFiles those named with `--env-file`; empty for the default `.env`
public record ProjectFiles(
    Path workingDirectory, List<Path> composeFiles, List<Path> environmentFiles) {
  public ProjectFiles {
    composeFiles = List.copyOf(composeFiles);
    environmentFiles = List.copyOf(environmentFiles);
  }
}
