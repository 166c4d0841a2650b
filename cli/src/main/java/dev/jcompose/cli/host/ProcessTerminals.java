package dev.jcompose.cli.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;

/// The terminal that the process was started in.
public final class ProcessTerminals implements Terminals {
  private static final int GROUP = 2;
  private static final int GROUP_OF_TERMINAL = 5;

  @Override
  public Raw raw(Consumer<Screen.Size> resized) {
    try {
      Terminal terminal = ProcessScreen.terminal();
      Attributes before = terminal.getAttributes();
      terminal.setAttributes(TerminalModes.raw(before));
      var onResize =
          Signals.register("WINCH", () -> resized.accept(ProcessScreen.sizeOf(terminal)));
      return () -> {
        Signals.unregister("WINCH", onResize);
        terminal.setAttributes(before);
        close(terminal);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("cannot switch the terminal over", e);
    }
  }

  @Override
  public Optional<Keys> keys() {
    if (!isInForeground()) {
      return Optional.empty();
    }
    try {
      Terminal terminal = ProcessScreen.terminal();
      Attributes before = terminal.getAttributes();
      Attributes keys = TerminalModes.keys(before);
      terminal.setAttributes(keys);
      return Optional.of(new Opened(terminal, before, keys));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot switch the terminal over", e);
    }
  }

  @Override
  public Optional<FullScreen> fullScreen(Runnable changed) {
    if (!isInForeground()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ProcessFullScreen(changed));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Asks for the size only when it has changed, which takes a process.
  private static final class Opened implements Keys {
    private final Terminal terminal;
    private final Attributes before;
    private final AtomicReference<Screen.Size> size;
    private final Object onResize;
    private final Object onContinue;

    Opened(Terminal terminal, Attributes before, Attributes keys) {
      this.terminal = terminal;
      this.before = before;
      this.size = new AtomicReference<>(ProcessScreen.sizeOf(terminal));
      this.onResize = Signals.register("WINCH", () -> size.set(ProcessScreen.sizeOf(terminal)));
      this.onContinue = Signals.register("CONT", () -> continued(keys));
    }

    /// The shell has set the terminal its own way while we were stopped.
    private void continued(Attributes keys) {
      if (isInForeground()) {
        terminal.setAttributes(keys);
        size.set(ProcessScreen.sizeOf(terminal));
      }
    }

    @Override
    public Screen.Size size() {
      return size.get();
    }

    @Override
    public void close() {
      Signals.unregister("WINCH", onResize);
      Signals.unregister("CONT", onContinue);
      terminal.setAttributes(before);
      ProcessTerminals.close(terminal);
    }
  }

  /// Whether the terminal's process group is ours, which `/proc/self/stat` tells behind the name of
  /// the program. Where there is no such file, nobody is known to be in the background.
  static boolean isInForeground() {
    try {
      var stat = Files.readString(Path.of("/proc/self/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[GROUP].equals(fields[GROUP_OF_TERMINAL]);
    } catch (IOException _) {
      return true;
    }
  }

  private static void close(Terminal terminal) {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot switch the terminal back", e);
    }
  }
}
