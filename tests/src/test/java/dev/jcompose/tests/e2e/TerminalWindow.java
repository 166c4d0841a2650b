package dev.jcompose.tests.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A terminal of 90 columns and 20 rows with one command in it. It is made by the program `script`,
/// which bare Debian has.
final class TerminalWindow implements AutoCloseable {
  private static final long MINUTES_AT_MOST = 2;

  private final Path folder;
  private final Process process;
  private final OutputStream keys;

  private TerminalWindow(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.keys = process.getOutputStream();
  }

  static TerminalWindow open(Path folder, Map<String, String> environment, List<String> command) {
    var words =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    try {
      var script =
          Files.writeString(
              folder.resolve("in-terminal.sh"),
              """
              stty rows 20 cols 90
              stty -a >stty.before
              %s
              echo $? >code
              stty -a >stty.after
              """
                  .formatted(words));
      var builder =
          new ProcessBuilder("script", "-qec", "sh " + script.getFileName(), "/dev/null")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("shown").toFile());
      builder.environment().put("TERM", "xterm-256color");
      builder.environment().putAll(environment);
      return new TerminalWindow(folder, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void type(String text) {
    try {
      keys.write(text.getBytes(StandardCharsets.UTF_8));
      keys.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that the terminal was sent, the moves of its cursor included.
  String shown() {
    return text("shown");
  }

  /// Waits for the command's end, and gives its exit code.
  int exitCode() throws InterruptedException {
    if (!process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES)) {
      throw new AssertionError("still runs:\n" + shown());
    }
    return Integer.parseInt(text("code").strip());
  }

  /// How the terminal was set before the command.
  String settingsBefore() {
    return text("stty.before");
  }

  /// How it is set after it.
  String settingsAfter() {
    return text("stty.after");
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
