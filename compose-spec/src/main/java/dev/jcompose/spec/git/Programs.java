package dev.jcompose.spec.git;

import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.TimeoutException;

/// Runs programs.
@FunctionalInterface
public interface Programs {

  /// A program and its arguments.
  ///
  /// @param environment all of its variables
  /// @param limit how long it may take
  record Command(
      List<String> words,
      Path directory,
      SequencedMap<String, String> environment,
      Duration limit) {
    public Command {
      words = List.copyOf(words);
      environment = Ordered.map(environment);
    }
  }

  /// What a program said.
  record Finished(int status, String output, String errors) {}

  /// Runs a program with nothing to read to its end. Whatever happens, neither it nor what it has
  /// started runs on afterwards.
  ///
  /// @throws IOException if it cannot be started
  /// @throws TimeoutException if it takes too long
  Finished run(Command command) throws IOException, InterruptedException, TimeoutException;
}
