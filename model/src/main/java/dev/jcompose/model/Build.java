package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// How the image of a service is built.
///
/// @param arguments by name; one without a value takes that of jcompose's own environment
/// @param target the stage to stop at; left out: the last
/// @param pull whether base images are fetched afresh
public record Build(
    BuildSource source,
    SequencedMap<String, Optional<String>> arguments,
    Optional<String> target,
    BuildCache cache,
    BuildOutput output,
    BuildSandbox sandbox,
    BuildAccess access,
    boolean pull,
    Extensions extensions) {
  public Build {
    arguments = Ordered.map(arguments);
  }

  /// The same from another source.
  public Build withSource(BuildSource other) {
    return new Build(other, arguments, target, cache, output, sandbox, access, pull, extensions);
  }
}
