package dev.jcompose.executor.access;

import java.util.List;
import java.util.Optional;

/// How an image is made of a container.
///
/// @param name the image's name, with a tag or without; empty: it gets none
/// @param changes instructions of a Dockerfile to apply
/// @param pause whether the container is frozen meanwhile
public record Commit(
    Optional<String> name, String author, String message, List<String> changes, boolean pause) {
  public Commit {
    changes = List.copyOf(changes);
  }
}
