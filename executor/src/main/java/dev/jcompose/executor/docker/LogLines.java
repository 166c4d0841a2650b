package dev.jcompose.executor.docker;

import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogLine.Source;
import dev.jcompose.executor.LogText;
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

  /// What is longer is handed over in pieces, so that it does not fill the memory.
  private static final int LONGEST = 1 << 20;

  private final boolean timestamps;
  private final Consumer<LogLine> listener;
  private final Map<Source, ByteArrayOutputStream> unfinished = new EnumMap<>(Source.class);

  /// The times of lines of which a piece has been handed over, and the rest has not.
  private final Map<Source, Optional<String>> cut = new EnumMap<>(Source.class);

  LogLines(boolean timestamps, Consumer<LogLine> listener) {
    this.timestamps = timestamps;
    this.listener = listener;
  }

  /// Takes a piece of one stream.
  void frame(Source source, byte[] content) {
    boolean continues = unfinished(source).size() > 0 || cut.containsKey(source);
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
        cut.remove(source);
        start = i + 1;
      }
    }
    unfinished(source).write(bytes, start, to - start);
    if (unfinished(source).size() >= LONGEST) {
      cut.put(source, finish(source));
    }
  }

  /// Hands over a line or a piece of one, and gives its time.
  private Optional<String> finish(Source source) {
    byte[] line = unfinished(source).toByteArray();
    unfinished(source).reset();
    int end = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    var before = cut.get(source);
    if (before != null) {
      if (end > 0) {
        listener.accept(new LogLine(source, before, LogText.of(line, 0, end)));
      }
      return before;
    }
    int start = timestamps ? afterTime(line) : 0;
    Optional<String> time = start == 0 ? Optional.empty() : Optional.of(time(line, start));
    listener.accept(new LogLine(source, time, LogText.of(line, start, Math.max(start, end))));
    return time;
  }

  private static String time(byte[] line, int blank) {
    return new String(line, 0, blank - 1, StandardCharsets.US_ASCII);
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
