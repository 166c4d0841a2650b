package dev.jcompose.cli.host;

import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;

/// What a terminal does by itself with what is typed. Apart from its users, for these are loaded at
/// every start, and jline need not be.
final class TerminalModes {
  private TerminalModes() {}

  /// Keys come one by one and are not shown; those that are signals stay so.
  static Attributes keys(Attributes before) {
    Attributes keys = new Attributes(before);
    keys.setLocalFlags(EnumSet.of(LocalFlag.ECHO, LocalFlag.ICANON), false);
    keys.setControlChar(ControlChar.VMIN, 1);
    keys.setControlChar(ControlChar.VTIME, 0);
    return keys;
  }

  /// Jline's own raw mode keeps Ctrl-C, and takes a pause for the end.
  static Attributes raw(Attributes before) {
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
