package dev.jcompose.cli.host;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Signals;

/// The window of the terminal that the process was started in.
///
/// Its size is asked for when it has changed, which takes a process. Signals come in threads of
/// their own.
final class ProcessFullScreen implements FullScreen {
  private final Runnable changed;
  private Optional<Taken> taken = Optional.empty();
  private Screen.Size size = Screen.Size.USUAL;
  private List<String> shown = List.of();

  /// Takes the window over.
  ///
  /// @throws IOException if nothing can be drawn on the terminal
  ProcessFullScreen(Runnable changed) throws IOException {
    this.changed = changed;
    take();
  }

  /// The terminal while it is ours. Jline has it only once, and others want it in between.
  private final class Taken {
    private final Terminal terminal;
    private final Attributes before;
    private final Display display;
    private final Object onResize;
    private final Object onContinue;

    Taken(Terminal terminal) {
      this.terminal = terminal;
      this.before = terminal.getAttributes();
      this.display = new Display(terminal, true);
      this.onResize = Signals.register("WINCH", ProcessFullScreen.this::again);
      this.onContinue = Signals.register("CONT", ProcessFullScreen.this::again);
    }

    void prepare() {
      terminal.setAttributes(TerminalModes.raw(before));
      terminal.puts(Capability.enter_ca_mode);
      terminal.puts(Capability.cursor_invisible);
      display.clear();
      var now = ProcessScreen.sizeOf(terminal);
      display.resize(now.rows(), now.columns());
      if (now.equals(size)) {
        draw();
      } else {
        size = now;
        shown = List.of();
        changed.run();
      }
    }

    void draw() {
      display.update(
          shown.stream()
              .map(AttributedString::fromAnsi)
              .collect(Collectors.toCollection(ArrayList::new)),
          0);
      terminal.flush();
    }

    /// A terminal that has gone does not mind how it is left.
    void giveBack() {
      Signals.unregister("WINCH", onResize);
      Signals.unregister("CONT", onContinue);
      try (terminal) {
        terminal.puts(Capability.cursor_visible);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
      } catch (IOException | IOError _) {
        shown = List.of();
      }
    }
  }

  private void take() throws IOException {
    var terminal = ProcessScreen.window();
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      terminal.close();
      throw new IOException("the terminal cannot move its cursor");
    }
    var ours = new Taken(terminal);
    taken = Optional.of(ours);
    ours.prepare();
  }

  @Override
  public synchronized Screen.Size size() {
    return size;
  }

  @Override
  public synchronized void draw(List<String> lines) {
    shown = List.copyOf(lines);
    taken.ifPresent(Taken::draw);
  }

  @Override
  public synchronized void redraw() {
    taken.ifPresent(ours -> {
      ours.display.clear();
      ours.draw();
    });
  }

  /// Somebody else may have had the terminal meanwhile, or its size may be another.
  private synchronized void again() {
    if (ProcessTerminals.isInForeground()) {
      taken.ifPresent(Taken::prepare);
    }
  }

  @Override
  public synchronized void enter() {
    try {
      if (taken.isEmpty()) {
        take();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot switch the terminal over", e);
    }
  }

  @Override
  public synchronized void leave() {
    taken.ifPresent(Taken::giveBack);
    taken = Optional.empty();
  }

  @Override
  public void suspend() throws InterruptedException {
    leave();
    try {
      new ProcessBuilder("sh", "-c", "kill -TSTP 0").inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop", e);
    } finally {
      enter();
    }
  }

  @Override
  public void close() {
    leave();
  }
}
