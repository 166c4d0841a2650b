package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// What an image is built from.
///
/// @param context an absolute directory, or the address of a remote one
/// @param dockerfile a path relative to the context, or an absolute one; left out: `Dockerfile`
/// @param dockerfileInline the Dockerfile's text, in place of a file
/// @param additionalContexts further contexts by name
public record BuildSource(
    String context,
    Optional<String> dockerfile,
    Optional<String> dockerfileInline,
    SequencedMap<String, String> additionalContexts) {
  public BuildSource {
    additionalContexts = Ordered.map(additionalContexts);
  }

  /// The same with other further contexts.
  public BuildSource withAdditionalContexts(SequencedMap<String, String> others) {
    return new BuildSource(context, dockerfile, dockerfileInline, others);
  }
}
