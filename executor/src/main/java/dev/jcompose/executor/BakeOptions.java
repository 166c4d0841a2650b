package dev.jcompose.executor;

import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// What one run of a build tells BuildKit beside the project's own words.
///
/// @param builder the name of the builder; left out: the one that the user has chosen
/// @param ssh over that of the file: agent sockets or keys by id
/// @param sbom as `sbom` in the file, in its place
/// @param provenance as `provenance` in the file, in its place
/// @param pushed the images that go to their registries instead of the engine
public record BakeOptions(
    Optional<String> builder,
    SequencedMap<String, Optional<String>> ssh,
    Optional<String> sbom,
    Optional<String> provenance,
    SequencedSet<String> pushed) {
  /// Nothing added.
  public static final BakeOptions PLAIN =
      new BakeOptions(
          Optional.empty(),
          Ordered.map(),
          Optional.empty(),
          Optional.empty(),
          Ordered.set(List.of()));

  public BakeOptions {
    ssh = Ordered.map(ssh);
    pushed = Ordered.set(pushed);
  }
}
