package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedSet;

/// The folder and files that containers of a project were made from, by their labels, as this
/// machine has them now.
///
/// @param folder as the label has it
/// @param files all that labels name with that folder
/// @param place what it is to the project at hand
public record ObservedFolder(String folder, SequencedSet<Path> files, Place place) {
  public ObservedFolder {
    files = Ordered.set(files);
  }

  /// What a folder is to a project.
  public enum Place {
    /// The project's own, be it under another name, or one that shares a file with it.
    OWN,
    /// It is there, with files of its own.
    ELSEWHERE,
    /// None of its files is there: they were moved or removed, or belong to another machine.
    GONE
  }

  /// Those of them where another project of the same name lives.
  static List<String> elsewhere(List<ObservedFolder> folders) {
    return folders.stream()
        .filter(folder -> folder.place() == Place.ELSEWHERE)
        .map(ObservedFolder::folder)
        .toList();
  }
}
