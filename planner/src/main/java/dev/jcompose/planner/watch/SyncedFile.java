package dev.jcompose.planner.watch;

import java.nio.file.Path;

/// A changed file or folder, and where it goes in a container.
///
/// @param target an absolute path
/// @param whenGone what becomes of the target when the source is not there any more
public record SyncedFile(Path source, String target, WhenGone whenGone) {
  /// What becomes of the target of something that is gone.
  public enum WhenGone {
    REMOVED,
    LEFT
  }
}
