package dev.jcompose.executor;

import dev.jcompose.model.ByteSize;
import dev.jcompose.model.Ordered;
import java.util.Optional;
import java.util.SequencedMap;

/// What one run of a build adds to the project's own words.
///
/// @param arguments over those of the file
/// @param memory what the steps of a build may use; only the engine's classic builder heeds it
/// @param bake what only BuildKit knows
public record BuildOptions(
    boolean noCache,
    boolean pull,
    SequencedMap<String, String> arguments,
    Optional<ByteSize> memory,
    BakeOptions bake) {
  /// Nothing added.
  public static final BuildOptions PLAIN = new BuildOptions(false, false, Ordered.map());

  public BuildOptions {
    arguments = Ordered.map(arguments);
  }

  /// Options that every builder knows.
  public BuildOptions(boolean noCache, boolean pull, SequencedMap<String, String> arguments) {
    this(noCache, pull, arguments, Optional.empty(), BakeOptions.PLAIN);
  }
}
