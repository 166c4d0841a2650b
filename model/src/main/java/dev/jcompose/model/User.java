package dev.jcompose.model;

import java.util.List;
import java.util.Optional;

/// Whom the process runs as.
///
/// @param name `user`, `uid`, `user:group` or `uid:gid`; left out: the image's
/// @param groups further groups, by name or number
public record User(Optional<String> name, List<String> groups) {
  /// The image's.
  public static final User PLAIN = new User(Optional.empty(), List.of());

  public User {
    groups = List.copyOf(groups);
  }
}
