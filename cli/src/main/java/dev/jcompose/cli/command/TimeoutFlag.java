package dev.jcompose.cli.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How long containers may take to stop.
final class TimeoutFlag {
  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "SECONDS",
      description =
          "How long a container may take to stop before it is killed. Left out: its own time, `stop_grace_period`.")
  @Nullable Integer seconds;

  Optional<Duration> timeout() {
    return Optional.ofNullable(seconds).map(Duration::ofSeconds);
  }
}
