package dev.jcompose.cli.text;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/// A line at the bottom of a terminal, below what scrolls by. Hidden at first.
///
/// All that is written to the terminal meanwhile has to go through streams {@link #above} it. May
/// be used by several threads.
public final class Footer {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream terminal;
  private IntSupplier columns = () -> 0;
  private String text = "";
  private boolean drawn;

  public Footer(PrintStream terminal) {
    this.terminal = terminal;
  }

  /// Shows this text, as much of it as there is room for.
  ///
  /// @param width how many columns the terminal has now
  public synchronized void show(String line, IntSupplier width) {
    clear();
    text = line;
    columns = width;
    draw();
  }

  /// Shows nothing any more.
  public synchronized void hide() {
    clear();
    text = "";
  }

  /// Puts an empty line above.
  public synchronized void space() {
    clear();
    terminal.println();
    draw();
  }

  /// A stream to the same terminal whose lines appear above.
  public PrintStream above(PrintStream stream) {
    return new PrintStream(new Above(stream), true, StandardCharsets.UTF_8);
  }

  private void clear() {
    if (drawn) {
      terminal.print(CLEAR);
      terminal.flush();
      drawn = false;
    }
  }

  private void draw() {
    if (!text.isEmpty()) {
      int room = Math.max(0, columns.getAsInt() - 1);
      terminal.print(text.length() > room ? text.substring(0, room) : text);
      terminal.flush();
      drawn = true;
    }
  }

  private final class Above extends FilterOutputStream {
    Above(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    /// What is no whole line yet keeps the footer away until the rest has come.
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      synchronized (Footer.this) {
        clear();
        out.write(bytes, offset, length);
        out.flush();
        if (length > 0 && bytes[offset + length - 1] == '\n') {
          draw();
        }
      }
    }
  }
}
