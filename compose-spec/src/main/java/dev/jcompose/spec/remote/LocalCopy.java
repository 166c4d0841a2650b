package dev.jcompose.spec.remote;

import java.nio.file.Path;

/// A file that was brought here.
///
/// @param file absolute
/// @param root the folder that holds all that came with it; nothing that the file names may lead
///   out of there
public record LocalCopy(Path file, Path root) {
  public LocalCopy {
    if (!file.startsWith(root)) {
      throw new IllegalArgumentException(file + " is not in " + root);
    }
  }
}
