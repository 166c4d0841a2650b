package dev.jcompose.cli.job;

import dev.jcompose.cli.host.Host;
import dev.jcompose.executor.provider.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A program of this machine with our input and output. It runs in the current folder, and has a
/// terminal if we have one.
final class ChildCommand {
  /// What shells answer for a program that is there and cannot be run.
  private static final int NOT_RUN = 126;

  /// What shells answer for a program that is not there.
  private static final int NOT_FOUND = 127;

  /// How long what a program leaves running may still write.
  private static final Duration REST = Duration.ofSeconds(2);

  /// What Java quotes of the operating system: `error: 2 (No such file or directory)`.
  private static final Pattern ERROR = Pattern.compile("error[=:] ?\\d+,? \\(?([^)]+)");

  private final Host host;
  private final List<String> words;
  private final SequencedMap<String, String> environment;

  /// How it ended.
  sealed interface End {
    /// By itself, or by a signal.
    record Exit(int code) implements End {}

    /// It was made to: time was up.
    record TimeUp() implements End {}

    /// It did not begin.
    ///
    /// @param code what shells answer then
    record NotStarted(int code, String message) implements End {}
  }

  /// @param words the program and its arguments
  /// @param environment all of its variables
  ChildCommand(Host host, List<String> words, SequencedMap<String, String> environment) {
    this.host = host;
    this.words = List.copyOf(words);
    this.environment = environment;
  }

  /// Runs it to its end, or until time is up. What it has started does not outlive that, nor an
  /// interrupt.
  End run(Duration limit) throws InterruptedException {
    Process process;
    try {
      process = builder().start();
    } catch (IOException e) {
      return new End.NotStarted(
          isThere() ? NOT_RUN : NOT_FOUND, "cannot run " + words.getFirst() + ": " + reason(e));
    }
    try {
      var out = pump(process.getInputStream(), host.streams().out());
      var err = pump(process.getErrorStream(), host.streams().err());
      if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        return new End.TimeUp();
      }
      var _ = out.join(REST) && err.join(REST);
      return new End.Exit(process.exitValue());
    } finally {
      ChildProcess.end(process);
    }
  }

  private ProcessBuilder builder() {
    var builder =
        new ProcessBuilder(words)
            .directory(host.currentDirectory().toFile())
            .redirectInput(Redirect.INHERIT);
    if (host.screen().outputIsTerminal()) {
      builder.redirectOutput(Redirect.INHERIT);
    }
    if (host.screen().errorIsTerminal()) {
      builder.redirectError(Redirect.INHERIT);
    }
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(environment);
    return builder;
  }

  private boolean isThere() {
    var program = words.getFirst();
    return program.contains("/") && Files.exists(host.currentDirectory().resolve(program));
  }

  /// What the operating system says.
  private static String reason(IOException failure) {
    var words = String.valueOf(failure.getMessage());
    var error = ERROR.matcher(words);
    return error.find() ? error.group(1) : words;
  }

  private static Thread pump(InputStream from, PrintStream to) {
    return Thread.ofPlatform()
        .daemon()
        .name("output of the command")
        .start(() -> {
          var buffer = new byte[8192];
          try {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
              to.writeBytes(Arrays.copyOf(buffer, n));
              to.flush();
            }
          } catch (IOException _) {
            // It has been ended; what it said so far has been passed on.
          }
        });
  }
}
