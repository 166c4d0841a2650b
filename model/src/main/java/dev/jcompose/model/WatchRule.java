package dev.jcompose.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What happens when files below a path change.
///
/// @param path an absolute path of the host
/// @param action `sync`, `rebuild`, `restart`, `sync+restart` or `sync+exec`
/// @param target where files go in the container
/// @param exec what is run after `sync+exec`
public record WatchRule(
    Path path,
    String action,
    Optional<String> target,
    Optional<Hook> exec,
    List<String> ignore,
    List<String> include,
    boolean initialSync,
    Extensions extensions) {
  public WatchRule {
    ignore = List.copyOf(ignore);
    include = List.copyOf(include);
  }
}
