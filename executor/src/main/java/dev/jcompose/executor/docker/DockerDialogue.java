package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.executor.access.TerminalSize;
import dev.jcompose.executor.docker.http.HttpClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// A connection to a process, over a line of its own.
final class DockerDialogue implements Dialogue {
  private final Transport transport;
  private final HttpClient.Hijacked line;
  private final boolean terminal;
  private final Partner partner;

  /// What is at the other end.
  interface Partner {
    /// The call that tells its terminal a size.
    Call resize();

    /// How it ended; 0 if it runs.
    int exitCode() throws InterruptedException;

    /// Called when the dialogue is over.
    default void close() {}
  }

  DockerDialogue(Transport transport, HttpClient.Hijacked line, boolean terminal, Partner partner) {
    this.transport = transport;
    this.line = line;
    this.terminal = terminal;
    this.partner = partner;
  }

  @Override
  public boolean hasTerminal() {
    return terminal;
  }

  @Override
  public OutputStream input() {
    return line.output();
  }

  @Override
  public void copyTo(OutputStream out, OutputStream err) throws InterruptedException, IOException {
    try {
      if (terminal) {
        var _ = new Sink(out).fill(line.answer().body());
      } else {
        Sink[] sinks = {new Sink(out), new Sink(err)};
        Frames.read(
            line.answer().body(),
            (source, content) -> sinks[source == LogLine.Source.ERR ? 1 : 0].write(content));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException e) {
      throw Transport.interruptOr(e, transport.broken("read from the container", e));
    }
  }

  /// A terminal that is gone needs no size.
  @Override
  public void resize(TerminalSize size) throws InterruptedException {
    try {
      transport.run(
          partner
              .resize()
              .query("w", Integer.toString(size.columns()))
              .query("h", Integer.toString(size.rows())));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.UNREACHABLE) {
        throw e;
      }
    }
  }

  @Override
  public int exitCode() throws InterruptedException {
    return partner.exitCode();
  }

  @Override
  public void close() {
    line.answer().close();
    partner.close();
  }
}
