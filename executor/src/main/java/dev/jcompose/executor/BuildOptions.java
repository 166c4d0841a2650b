package dev.jcompose.executor;

import dev.jcompose.model.Ordered;
import java.util.SequencedMap;

/// What one run of a build adds to the project's own words.
///
/// @param arguments over those of the file
public record BuildOptions(boolean noCache, boolean pull, SequencedMap<String, String> arguments) {
  /// Nothing added.
  public static final BuildOptions PLAIN = new BuildOptions(false, false, Ordered.map());

  public BuildOptions {
    arguments = Ordered.map(arguments);
  }
}
