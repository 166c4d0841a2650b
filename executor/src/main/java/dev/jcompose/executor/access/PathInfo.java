package dev.jcompose.executor.access;

/// A file or folder in a container.
///
/// @param name the last part of its path
/// @param linkTarget what a symbolic link leads to, as an absolute path in the container; empty
///   when it is none
public record PathInfo(String name, Kind kind, String linkTarget) {
  /// What it is.
  public enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }
}
