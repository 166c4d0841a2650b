package dev.jcompose.cli.host;

import dev.jcompose.executor.Engine;
import java.util.SequencedMap;

/// Finds the engine and connects to it.
@FunctionalInterface
public interface EngineConnector {
  /// A connection to the engine that the variables, the docker context or the usual socket tell.
  ///
  /// @throws dev.jcompose.executor.EngineException if nobody answers there
  Engine connect(SequencedMap<String, String> environment) throws InterruptedException;
}
