package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.nio.file.Path;
import java.util.SequencedMap;

/// The files of this machine that the engine is to give to containers, as far as they can be read
/// here.
///
/// @param contents by path
record HostFiles(SequencedMap<Path, ContentDigest> contents, EngineSite site) {
  /// Larger ones are not sent to an engine.
  private static final long MOST_BYTES = 1 << 20;

  HostFiles {
    contents = Ordered.map(contents);
  }

  /// Whether a file is sent to the engine, which does not see it itself. What is large, or is no
  /// file that can be read here, is taken for one of the engine's own machine.
  boolean isSent(Path file) {
    var content = contents.get(file);
    return site == EngineSite.ELSEWHERE && content != null && content.bytes() <= MOST_BYTES;
  }
}
