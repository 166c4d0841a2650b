package dev.jcompose.cli.host;

import dev.jcompose.model.Ordered;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SequencedMap;

/// All that a command may touch of the world outside.
///
/// @param environment the variables of the process
/// @param currentDirectory absolute
public record Host(
    Streams streams,
    SequencedMap<String, String> environment,
    Path currentDirectory,
    Screen screen,
    Terminals terminals,
    Interrupts interrupts,
    EngineConnector engines,
    InstantSource clock) {
  public Host {
    environment = Ordered.map(environment);
  }

  /// The same with other streams.
  public Host withStreams(Streams other) {
    return new Host(
        other, environment, currentDirectory, screen, terminals, interrupts, engines, clock);
  }

  /// The same with other variables.
  public Host withEnvironment(SequencedMap<String, String> other) {
    return new Host(
        streams, other, currentDirectory, screen, terminals, interrupts, engines, clock);
  }
}
