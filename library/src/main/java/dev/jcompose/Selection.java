package dev.jcompose;

import dev.jcompose.model.ProjectName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which project is meant.
///
/// @param source whether there are files at all
/// @param folder where the user stands
/// @param files empty to look for them in the folder
record Selection(
    Source source,
    Path folder,
    List<Path> files,
    List<Path> envFiles,
    List<String> profiles,
    Optional<Path> projectDirectory,
    Optional<String> name) {
  Selection {
    files = List.copyOf(files);
    envFiles = List.copyOf(envFiles);
    profiles = List.copyOf(profiles);
  }

  /// Where it is told what the project consists of.
  enum Source {
    FILES,
    /// The labels of what the engine has.
    LABELS
  }

  static Selection files(Path folder, List<Path> files) {
    return new Selection(
        Source.FILES, folder, files, List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  static Selection existing(Path folder, ProjectName project) {
    var name = Optional.of(project.value());
    return new Selection(
        Source.LABELS, folder, List.of(), List.of(), List.of(), Optional.empty(), name);
  }

  Selection withEnvFiles(List<Path> others) {
    return new Selection(source, folder, files, others, profiles, projectDirectory, name);
  }

  Selection withProfiles(List<String> others) {
    return new Selection(source, folder, files, envFiles, others, projectDirectory, name);
  }

  Selection withProjectDirectory(Path other) {
    return new Selection(source, folder, files, envFiles, profiles, Optional.of(other), name);
  }

  Selection withName(String other) {
    var changed = Optional.of(other);
    return new Selection(source, folder, files, envFiles, profiles, projectDirectory, changed);
  }
}
