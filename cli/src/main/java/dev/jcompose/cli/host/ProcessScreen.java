package dev.jcompose.cli.host;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// The terminal that the process was started in.
///
/// Whether a stream is one is read from `/proc`, since Java has no call for a single stream. Where
/// there is no such folder, the console tells for all three. The size comes from jline, which is
/// slow to ask, so it is asked once and again after the window has changed.
public final class ProcessScreen implements Screen {
  private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/|tty|console).*");
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private volatile @Nullable Size size;

  @Override
  public boolean inputIsTerminal() {
    return isTerminal(0);
  }

  @Override
  public boolean outputIsTerminal() {
    return isTerminal(1);
  }

  @Override
  public boolean errorIsTerminal() {
    return isTerminal(2);
  }

  private static boolean isTerminal(int descriptor) {
    try {
      var target = Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(descriptor)));
      return TERMINAL.matcher(target.toString()).matches();
    } catch (IOException | UnsupportedOperationException _) {
      return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
  }

  @Override
  public Size size() {
    var known = size;
    if (known != null) {
      return known;
    }
    Signals.register("WINCH", () -> size = null);
    var asked = ask();
    size = asked;
    return asked;
  }

  private static Size ask() {
    try (Terminal terminal = terminal()) {
      return sizeOf(terminal);
    } catch (IOException _) {
      return Size.USUAL;
    }
  }

  /// The terminal, to be closed.
  static Terminal terminal() throws IOException {
    return TerminalBuilder.builder()
        .system(true)
        .systemOutput(TerminalBuilder.SystemOutput.SysErrOrSysOut)
        .provider("exec")
        .dumb(true)
        .nativeSignals(false)
        .build();
  }

  /// The terminal of standard output, to be closed.
  static Terminal window() throws IOException {
    return TerminalBuilder.builder()
        .system(true)
        .systemOutput(TerminalBuilder.SystemOutput.SysOut)
        .encoding(StandardCharsets.UTF_8)
        .provider("exec")
        .dumb(true)
        .nativeSignals(false)
        .build();
  }

  static Size sizeOf(Terminal terminal) {
    var found = terminal.getSize();
    return found.getColumns() > 0 && found.getRows() > 0
        ? new Size(found.getColumns(), found.getRows())
        : Size.USUAL;
  }
}
