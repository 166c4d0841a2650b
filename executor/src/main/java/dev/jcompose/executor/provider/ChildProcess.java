package dev.jcompose.executor.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A program that was started and is listened to.
public final class ChildProcess {
  private ChildProcess() {}

  /// Reads lines to the end of a stream; one that breaks has ended.
  public static void each(InputStream stream, Consumer<String> listener) {
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader.lines().forEach(listener);
    } catch (IOException | UncheckedIOException _) {
      // What was said so far has been heard.
    }
  }

  /// Sees to it that it does not run on, and nothing that it has started: it is asked to end, and
  /// made to after a while.
  public static void end(Process process) {
    if (!process.isAlive()) {
      return;
    }
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      var _ = process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
