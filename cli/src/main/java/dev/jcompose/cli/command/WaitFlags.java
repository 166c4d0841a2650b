package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.planner.PlanOptions.Until;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether the command returns only when all is well.
final class WaitFlags {
  @Option(
      names = "--wait",
      description =
          "Return when services are healthy, or run if they have no health check, or have ended with exit code 0.")
  boolean wait;

  @Option(
      names = "--wait-timeout",
      paramLabel = "SECONDS",
      description = "Give up after that time.")
  @Nullable Integer waitTimeout;

  Until until(Until otherwise) {
    return wait ? Until.READY : otherwise;
  }

  RunOptions limited(RunOptions options) {
    if (waitTimeout == null || waitTimeout == 0) {
      return options;
    }
    if (waitTimeout < 0) {
      throw new CommandFailure("--wait-timeout must be a non-negative integer");
    }
    return wait ? options.withLimit(Duration.ofSeconds(waitTimeout)) : options;
  }
}
