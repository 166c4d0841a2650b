package dev.jcompose.executor;

import dev.jcompose.model.Project;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedFolder;
import dev.jcompose.planner.ObservedFolder.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;

/// Looks up on this machine where containers say they were made from.
final class Folders {
  private final Path own;
  private final SequencedSet<Path> ownFiles = new LinkedHashSet<>();

  Folders(Project project) {
    this.own = real(project.files().workingDirectory());
    project.files().composeFiles().forEach(file -> ownFiles.add(real(file)));
  }

  /// The folders of these containers, by name, each once.
  List<ObservedFolder> of(List<ObservedContainer> containers) {
    var files = new TreeMap<String, SequencedSet<Path>>();
    for (ObservedContainer container : containers) {
      container
          .label(Labels.WORKING_DIR)
          .filter(folder -> !folder.isEmpty())
          .ifPresent(folder ->
              files
                  .computeIfAbsent(folder, _ -> new LinkedHashSet<>())
                  .addAll(paths(container.label(Labels.CONFIG_FILES).orElse(""))));
    }
    var folders = new ArrayList<ObservedFolder>();
    files.forEach(
        (folder, named) -> folders.add(new ObservedFolder(folder, named, place(folder, named))));
    return folders;
  }

  private Place place(String folder, SequencedSet<Path> files) {
    var isOwn =
        paths(folder).stream().map(Folders::real).anyMatch(own::equals)
            || files.stream().map(Folders::real).anyMatch(ownFiles::contains);
    if (isOwn) {
      return Place.OWN;
    }
    return files.stream().anyMatch(Files::isRegularFile) ? Place.ELSEWHERE : Place.GONE;
  }

  private static List<Path> paths(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(text -> !text.isEmpty())
        .flatMap(text -> path(text).stream())
        .toList();
  }

  /// A label of another machine need not be a path here.
  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// Without symbolic links, as far as it exists.
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path.toAbsolutePath().normalize();
    }
  }
}
