package dev.jcompose.cli.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;

/// The terminal that the process was started in.
public final class ProcessTerminals implements Terminals {
  @Override
  public Raw raw(Consumer<Screen.Size> resized) {
    try {
      Terminal terminal = ProcessScreen.terminal();
      Attributes before = terminal.getAttributes();
      terminal.setAttributes(raw(before));
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

  private static void close(Terminal terminal) {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot switch the terminal back", e);
    }
  }

  /// Jline's own raw mode keeps Ctrl-C, and takes a pause for the end.
  private static Attributes raw(Attributes before) {
    Attributes raw = new Attributes(before);
    raw.setInputFlags(
        EnumSet.of(
            InputFlag.IGNBRK,
            InputFlag.BRKINT,
            InputFlag.PARMRK,
            InputFlag.ISTRIP,
            InputFlag.INLCR,
            InputFlag.IGNCR,
            InputFlag.ICRNL,
            InputFlag.IXON),
        false);
    raw.setOutputFlag(OutputFlag.OPOST, false);
    raw.setLocalFlags(
        EnumSet.of(
            LocalFlag.ECHO, LocalFlag.ECHONL, LocalFlag.ICANON, LocalFlag.ISIG, LocalFlag.IEXTEN),
        false);
    raw.setControlChar(ControlChar.VMIN, 1);
    raw.setControlChar(ControlChar.VTIME, 0);
    return raw;
  }
}
