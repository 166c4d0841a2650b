package dev.jcompose.planner.watch;

import dev.jcompose.model.ServiceName;
import dev.jcompose.model.WatchRule;
import dev.jcompose.planner.ignore.PathPatterns;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A rule of a service, and where it holds.
///
/// @param path absolute, without symbolic links; it need not be there
/// @param kind what was found at the path when watching began
/// @param ignored what is left out, beside what everybody leaves out
public record WatchedPath(
    ServiceName service,
    WatchRule rule,
    WatchAction action,
    Path path,
    Kind kind,
    List<Ignored> ignored,
    PathPatterns included) {
  /// What editors keep beside the files that they change, and what git keeps.
  private static final PathPatterns NOBODYS =
      PathPatterns.of(
          List.of(
              "**/.git",
              "**/.idea",
              "**/*___jb_old___",
              "**/*___jb_tmp___",
              "**/.#*",
              "**/#*#",
              "**/4913",
              "**/*~",
              "**/.*.swp",
              "**/.*.swx",
              "**/.*.swo",
              "**/.*.swn",
              "**/.*.kate-swp"));

  /// What a path leads to.
  public enum Kind {
    FOLDER,
    /// A file, or anything else that is no folder.
    FILE,
    NOTHING
  }

  /// Patterns that are about a folder.
  public record Ignored(Path folder, PathPatterns patterns) {
    boolean has(Path path) {
      return path.startsWith(folder) && patterns.fit(text(folder, path));
    }

    boolean hasAllBelow(Path path) {
      return path.startsWith(folder) && patterns.fitAllBelow(text(folder, path));
    }
  }

  public WatchedPath {
    ignored = List.copyOf(ignored);
  }

  /// Whether the rule is about a file or folder.
  public boolean covers(Path file) {
    if (!file.startsWith(path)) {
      return false;
    }
    String text = text(path, file);
    return !NOBODYS.fit(text)
        && (included.isEmpty() || included.fit(text))
        && ignored.stream().noneMatch(some -> some.has(file));
  }

  /// Whether the rule may be about something in a folder.
  public boolean mayCoverBelow(Path folder) {
    if (!folder.startsWith(path)) {
      return false;
    }
    String text = text(path, folder);
    return !NOBODYS.fit(text)
        && (included.isEmpty() || included.fit(text) || included.mayFitBelow(text))
        && ignored.stream().noneMatch(some -> some.hasAllBelow(folder));
  }

  /// Where a file that the rule is about goes in the containers, if it goes there.
  Optional<SyncedFile> synced(Path file) {
    return action.syncs()
        ? rule.target().map(target -> new SyncedFile(file, inside(target, file), removable(file)))
        : Optional.empty();
  }

  private String inside(String target, Path file) {
    String text = text(path, file);
    String whole = target.length() > 1 ? target.replaceFirst("/+$", "") : target;
    return text.isEmpty() ? whole : whole.equals("/") ? whole + text : whole + "/" + text;
  }

  /// A folder that is watched as a whole may be gone for a moment, while its content is exchanged,
  /// and its target may be the root of the container.
  private SyncedFile.WhenGone removable(Path file) {
    return file.equals(path) && kind != Kind.FILE
        ? SyncedFile.WhenGone.LEFT
        : SyncedFile.WhenGone.REMOVED;
  }

  private static String text(Path above, Path below) {
    return above.relativize(below).toString().replace('\\', '/');
  }
}
