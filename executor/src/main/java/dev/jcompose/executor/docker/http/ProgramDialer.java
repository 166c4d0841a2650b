package dev.jcompose.executor.docker.http;

import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Opens a line by starting a program whose input and output lead to the engine, as `ssh HOST
/// docker system dial-stdio` does.
public final class ProgramDialer implements Dialer {
  /// A server for ssh begins to turn clients away when ten ask to be let in.
  private static final int MOST_AT_ONCE = 8;

  private final List<String> command;
  private final SequencedMap<String, String> environment;

  /// Reads and writes of programs know no interrupt, so that other threads wait for them. They end
  /// when they have had nothing to do for a while.
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> Thread.ofPlatform().daemon().name("jcompose-dialled").unstarted(task));

  /// @param environment all of the program's variables
  public ProgramDialer(List<String> command, SequencedMap<String, String> environment) {
    this.command = List.copyOf(command);
    this.environment = Ordered.map(environment);
  }

  @Override
  public Line dial() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new ProgramLine(builder.start(), threads);
  }

  @Override
  public int mostAtOnce() {
    return MOST_AT_ONCE;
  }
}
