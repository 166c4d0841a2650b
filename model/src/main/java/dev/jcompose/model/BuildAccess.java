package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What the steps of a build are shown without it becoming part of the image.
///
/// @param ssh agent sockets or keys by id; an id without a path means the user's own agent
public record BuildAccess(List<FileGrant> secrets, SequencedMap<String, Optional<String>> ssh) {
  public BuildAccess {
    secrets = List.copyOf(secrets);
    ssh = Ordered.map(ssh);
  }
}
