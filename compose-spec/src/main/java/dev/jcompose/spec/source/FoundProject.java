package dev.jcompose.spec.source;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The files that make a project, read but not parsed, and what they are read with.
///
/// @param files in the order they are merged
/// @param directory the project's, absolute: it gives the project its name, and holds its `.env`
/// @param fetchedTo the folder of the first file that was fetched from elsewhere; relative paths
///   start there, then
/// @param envFiles those the user named; empty for the default `.env`
/// @param environment the process's variables, and below them those of the env files
/// @param profiles the active ones
public record FoundProject(
    List<SourceFile> files,
    Path directory,
    Optional<Path> fetchedTo,
    List<Path> envFiles,
    SequencedMap<String, String> environment,
    List<String> profiles) {
  public FoundProject {
    files = List.copyOf(files);
    envFiles = List.copyOf(envFiles);
    environment = Ordered.map(environment);
    profiles = List.copyOf(profiles);
  }

  /// What relative paths start at, absolute.
  public Path base() {
    return fetchedTo.orElse(directory);
  }
}
