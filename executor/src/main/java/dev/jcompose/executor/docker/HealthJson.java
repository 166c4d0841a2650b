package dev.jcompose.executor.docker;

import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Lifecycle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a container is checked and stopped.
final class HealthJson {
  private static final List<String> SWITCHED_OFF = List.of("NONE");

  private HealthJson() {}

  static void write(Lifecycle lifecycle, ContainerJson json) {
    json.config()
        .text("StopSignal", lifecycle.stopping().signal())
        .number("StopTimeout", lifecycle.stopping().gracePeriod().map(HealthJson::wholeSeconds));
    lifecycle
        .healthcheck()
        .ifPresent(check -> json.config().object("Healthcheck", healthcheck(check)));
  }

  private static Json healthcheck(Healthcheck check) {
    if (check.disable()) {
      return new Json().allWords("Test", SWITCHED_OFF);
    }
    return new Json()
        .words("Test", check.test())
        .number("Interval", nanoseconds(check.interval()))
        .number("Timeout", nanoseconds(check.timeout()))
        .number("Retries", check.retries())
        .number("StartPeriod", nanoseconds(check.startPeriod()))
        .number("StartInterval", nanoseconds(check.startInterval()));
  }

  private static Optional<Long> nanoseconds(Optional<Duration> duration) {
    return duration.map(Duration::toNanos);
  }

  /// Whole seconds, rounded up: a process is never given less time than it was promised.
  static long wholeSeconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
