package dev.jcompose.executor.docker;

import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogLine.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Cuts a log into lines. A line may come in several frames; each frame of it then carries the time
/// again, of which the first counts.
final class LogLines {
  private static final int CHUNK = 8192;

  private final boolean timestamps;
  private final Consumer<LogLine> listener;
  private final Map<Source, ByteArrayOutputStream> unfinished = new EnumMap<>(Source.class);

  LogLines(boolean timestamps, Consumer<LogLine> listener) {
    this.timestamps = timestamps;
    this.listener = listener;
  }

  /// Takes a piece of one stream.
  void frame(Source source, byte[] content) {
    boolean continues = unfinished(source).size() > 0;
    int start = timestamps && continues ? afterTime(content) : 0;
    take(source, content, start, content.length);
  }

  /// Reads the output of a terminal, which has no frames, to its end.
  void terminal(InputStream stream) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int length;
    while ((length = stream.read(chunk)) >= 0) {
      take(Source.OUT, chunk, 0, length);
    }
  }

  /// Hands over what has come of lines without an end.
  void end() {
    for (Source source : Source.values()) {
      if (unfinished(source).size() > 0) {
        finish(source);
      }
    }
  }

  private void take(Source source, byte[] bytes, int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        unfinished(source).write(bytes, start, i - start);
        finish(source);
        start = i + 1;
      }
    }
    unfinished(source).write(bytes, start, to - start);
  }

  private void finish(Source source) {
    String line = unfinished(source).toString(StandardCharsets.UTF_8);
    unfinished(source).reset();
    String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    int blank = timestamps ? text.indexOf(' ') : -1;
    listener.accept(
        blank < 0
            ? new LogLine(source, Optional.empty(), text)
            : new LogLine(
                source, Optional.of(text.substring(0, blank)), text.substring(blank + 1)));
  }

  private static int afterTime(byte[] content) {
    for (int i = 0; i < content.length; i++) {
      if (content[i] == ' ') {
        return i + 1;
      }
    }
    return 0;
  }

  private ByteArrayOutputStream unfinished(Source source) {
    return unfinished.computeIfAbsent(source, _ -> new ByteArrayOutputStream());
  }
}
