package dev.jcompose.cli.text;

import dev.jcompose.cli.text.Paint.Colour;
import dev.jcompose.executor.LogText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Writes log lines of several containers, each with its name in its own colour before it. May be
/// used by several threads: lines stay whole.
public final class LogPrinter {
  private static final Colour[] COLOURS = {
    Colour.CYAN,
    Colour.YELLOW,
    Colour.GREEN,
    Colour.MAGENTA,
    Colour.BLUE,
    Colour.BRIGHT_CYAN,
    Colour.BRIGHT_YELLOW,
    Colour.BRIGHT_GREEN,
    Colour.BRIGHT_MAGENTA,
    Colour.BRIGHT_BLUE
  };

  private final PrintStream out;
  private final Paint paint;
  private final Prefix prefix;
  private final Map<String, Colour> colours = new LinkedHashMap<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int width;

  /// Whether lines begin with the container's name.
  public enum Prefix {
    SHOWN,
    HIDDEN
  }

  public LogPrinter(PrintStream out, Paint paint, Prefix prefix) {
    this.out = out;
    this.paint = paint;
    this.prefix = prefix;
  }

  /// Makes room for that name, and gives it its colour.
  public synchronized void expect(String name) {
    width = Math.max(width, name.length());
    colours.computeIfAbsent(name, _ -> COLOURS[colours.size() % COLOURS.length]);
  }

  /// Writes a line of a container's log, byte for byte.
  public synchronized void line(String name, Optional<String> time, LogText text) {
    expect(name);
    var before = new StringBuilder();
    if (prefix == Prefix.SHOWN) {
      var padded = name + " ".repeat(width - name.length());
      before.append(paint.in(colours.getOrDefault(name, Colour.CYAN), padded + "  | "));
    }
    time.ifPresent(at -> before.append(at).append(' '));
    line.reset();
    line.writeBytes(before.toString().getBytes(StandardCharsets.UTF_8));
    line.writeBytes(text.bytes());
    line.write('\n');
    out.writeBytes(line.toByteArray());
    out.flush();
  }

  /// Writes something about the watch of files.
  public synchronized void watch(String text) {
    var room = prefix == Prefix.SHOWN ? " ".repeat(width + 1) : "";
    out.println(paint.in(Colour.GREEN, room + " \u29bf ") + text);
  }

  /// Writes something about a container.
  public synchronized void remark(String text) {
    out.println(text);
  }
}
