package dev.jcompose.model;

import java.util.List;
import java.util.Optional;

/// Whom the process runs as.
///
/// @param name `user`, `uid`, `user:group` or `uid:gid`; left out: the image's
/// @param groups further groups, by name or number
public record User(Optional<String> name, List<String> groups) {
  public User {
    groups = List.copyOf(groups);
  }
}
