package dev.jcompose.cli;

import dev.jcompose.cli.command.Commands;
import dev.jcompose.cli.command.RootOptions;
import dev.jcompose.cli.host.EngineConnector;
import dev.jcompose.cli.host.Host;
import dev.jcompose.cli.host.Interrupts;
import dev.jcompose.cli.host.Screen;
import dev.jcompose.cli.host.Streams;
import dev.jcompose.cli.project.Context;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.model.Ordered;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A user at a desk: a folder, an engine, and a transcript of what was typed and what came back.
///
/// Lines of standard output begin with `1`, those of standard error with `2`. The clock stands
/// still.
final class Desk {
  /// A chain, so that there is only one order in which things can happen.
  static final String SHOP =
      """
      name: shop
      services:
        db:
          image: busybox
          network_mode: none
        web:
          image: busybox
          network_mode: none
          depends_on: [db]
          environment:
            DEBUG: "0"
      """;

  private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");

  final FakeEngine engine = new FakeEngine();
  final TestInterrupts interrupts = new TestInterrupts();
  private final Path folder;
  private final StringBuilder transcript = new StringBuilder();
  private EngineConnector connector = _ -> engine;
  private InputStream input = InputStream.nullInputStream();
  private final SequencedMap<String, String> variables = new TreeMap<>();
  private boolean interactive;
  private String output = "";
  private Consumer<String> reader = _ -> {};

  Desk(Path folder) {
    this.folder = folder;
    engine.hand().image("busybox");
  }

  /// At that project. One call at a time, so that the engine's ids always come in the same order.
  static Desk shop(Path folder) {
    return new Desk(folder).file("compose.yaml", SHOP).variable("COMPOSE_PARALLEL_LIMIT", "1");
  }

  Desk file(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sets a variable of the process; FOLDER in its value is the desk's folder.
  Desk variable(String name, String value) {
    variables.put(name, value.replace("FOLDER", folder.toString()));
    return this;
  }

  Desk connecting(EngineConnector other) {
    connector = other;
    return this;
  }

  /// The user sits at a terminal and will type this.
  Desk typing(String text) {
    input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    interactive = true;
    return this;
  }

  /// The user sits at a terminal, and presses Ctrl-C where they should type something.
  Desk leaving() {
    input =
        new InputStream() {
          @Override
          public int read() {
            interrupts.press();
            return new CompletableFuture<Integer>().join(); // A terminal waits for ever.
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            return read();
          }
        };
    interactive = true;
    return this;
  }

  /// Called with each piece of standard output and standard error, by the thread that writes it.
  Desk reading(Consumer<String> other) {
    reader = other;
    return this;
  }

  Desk run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = new Cli(host(stream(out), stream(err))).run(arguments);
    output = out.toString(StandardCharsets.UTF_8);
    transcript.append("$ jcompose ").append(String.join(" ", arguments)).append('\n');
    append("1 ", out);
    append("2 ", err);
    transcript.append("= ").append(code).append("\n\n");
    return this;
  }

  private Host host(PrintStream out, PrintStream err) {
    SequencedMap<String, String> environment = Ordered.map(variables);
    return new Host(
        new Streams(input, out, err),
        environment,
        folder,
        new TestScreen(interactive),
        _ -> {
          throw new AssertionError("there is no terminal");
        },
        interrupts,
        connector,
        InstantSource.fixed(NOW));
  }

  /// A command that is not called, to look at its options.
  Callable<Integer> command(String name) {
    var nowhere = stream(new ByteArrayOutputStream());
    var options = new RootOptions().options(Ordered.map());
    return Commands.make(name, new Context(host(nowhere, nowhere), options)).orElseThrow();
  }

  /// Standard output of the last command.
  String output() {
    return output;
  }

  void check(String golden) {
    Golden.check(golden, transcript.toString().replace(folder.toString(), "FOLDER"));
  }

  private PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8) {
      @Override
      public void writeBytes(byte[] text) {
        super.writeBytes(text);
        reader.accept(new String(text, StandardCharsets.UTF_8));
      }

      @Override
      public void println(Object text) {
        super.println(text);
        reader.accept(String.valueOf(text));
      }

      @Override
      public void println(String text) {
        super.println(text);
        reader.accept(text);
      }
    };
  }

  private void append(String mark, ByteArrayOutputStream bytes) {
    bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> transcript.append((mark + line).stripTrailing()).append('\n'));
  }

  /// Ctrl-C at the will of a test.
  static final class TestInterrupts implements Interrupts {
    private Thread waiting = Thread.currentThread();

    @Override
    public Registration interrupting(Thread thread) {
      waiting = thread;
      return () -> {};
    }

    @Override
    public Registration telling(Consumer<String> listener) {
      return () -> {};
    }

    void press() {
      waiting.interrupt();
    }
  }

  private record TestScreen(boolean inputIsTerminal) implements Screen {
    @Override
    public boolean outputIsTerminal() {
      return false;
    }

    @Override
    public boolean errorIsTerminal() {
      return false;
    }

    @Override
    public Size size() {
      return Size.USUAL;
    }
  }
}
