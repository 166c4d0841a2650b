package dev.jcompose.cli.project;

import dev.jcompose.cli.host.Screen;
import dev.jcompose.cli.host.Terminals;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.executor.access.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/// Connects the user with a process in a container.
public final class Talk {
  private static final int CHUNK = 16 * 1024;

  private final Context context;
  private final Dialogue dialogue;

  public Talk(Context context, Dialogue dialogue) {
    this.context = context;
    this.dialogue = dialogue;
  }

  /// What of the user takes part.
  public enum Part {
    /// Nobody writes to the process.
    LISTENS,
    /// What comes from standard input goes to the process.
    ANSWERS,
    /// The keys of the terminal do.
    AT_THE_TERMINAL
  }

  /// Whether the user sits at a terminal with both hands: reads and types there.
  public static boolean isPossibleAtTerminal(Context context) {
    return context.host().screen().inputIsTerminal() && context.host().screen().outputIsTerminal();
  }

  /// The size of the user's terminal.
  public static TerminalSize size(Context context) {
    return size(context.host().screen().size());
  }

  private static TerminalSize size(Screen.Size size) {
    return new TerminalSize(size.columns(), size.rows());
  }

  /// Goes on until the process has ended, or the user has left it to itself.
  ///
  /// @return how it ended; 0 if it goes on
  public int run(Part part) throws InterruptedException {
    return switch (part) {
      case LISTENS -> listen();
      case ANSWERS -> {
        startAnswering();
        yield listen();
      }
      case AT_THE_TERMINAL -> {
        try (Terminals.Raw _ = context.host().terminals().raw(this::resized)) {
          startAnswering();
          yield listen();
        }
      }
    };
  }

  private int listen() throws InterruptedException {
    var streams = context.host().streams();
    try {
      dialogue.copyTo(new Heard(streams.out()), new Heard(streams.err()));
    } catch (IOException e) {
      throw new CommandFailure("cannot write the output: " + e.getMessage());
    }
    return dialogue.exitCode();
  }

  /// A stream that fails when nobody reads it any more; a {@link PrintStream} only notes that.
  private static final class Heard extends OutputStream {
    private final PrintStream stream;

    Heard(PrintStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stream.write(bytes, offset, length);
      flush();
    }

    @Override
    public void flush() throws IOException {
      if (stream.checkError()) {
        throw new IOException("nobody reads it");
      }
    }
  }

  /// Called by the thread that hears signals.
  private void resized(Screen.Size size) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            dialogue.resize(size(size));
          } catch (EngineException | InterruptedException _) {
            // The next change of the size is another chance.
          }
        });
  }

  /// Reads in a thread of its own, as a read of standard input cannot be interrupted.
  private void startAnswering() {
    Thread.ofPlatform().daemon().name("jcompose-input").start(this::answer);
  }

  private void answer() {
    InputStream in = context.host().streams().in();
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out = dialogue.input()) {
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        out.write(chunk, 0, length);
        out.flush();
      }
    } catch (IOException _) {
      // The process does not listen any more; what it has to say of that is read elsewhere.
    }
  }
}
