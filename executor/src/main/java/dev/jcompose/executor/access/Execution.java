package dev.jcompose.executor.access;

import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A command for a running container.
///
/// @param environment variables that it gets beside those of the container
/// @param takesInput whether something will be written to it
/// @param terminal the terminal it gets; left out: none, and its two streams stay apart
/// @param detachKeys the keys that leave it to itself, as `ctrl-p,ctrl-q`; left out: the engine's
public record Execution(
    List<String> command,
    Optional<String> user,
    Optional<String> workingDirectory,
    SequencedMap<String, String> environment,
    boolean privileged,
    boolean takesInput,
    Optional<TerminalSize> terminal,
    Optional<String> detachKeys) {
  public Execution {
    command = List.copyOf(command);
    environment = Ordered.map(environment);
  }
}
