package dev.jcompose.executor.fake;

import dev.jcompose.executor.ExecResult;
import dev.jcompose.planner.ContainerStatus.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the containers of a service do.
///
/// @param startFailure why they cannot be started
/// @param runs what they do each time they are started; the last is repeated
/// @param exec how commands in them end
public record Behaviour(Optional<String> startFailure, List<Run> runs, ExecResult exec) {
  /// They run; a health check, if there is one, passes soon.
  public static final Behaviour RUNS =
      new Behaviour(
          Optional.empty(),
          List.of(new Run(List.of(), Optional.of(Health.HEALTHY), Optional.empty())),
          new ExecResult(0, ""));

  /// They run and nothing more happens until the test makes it happen.
  public static final Behaviour WAITS = RUNS.doing(List.of(), Optional.empty(), Optional.empty());

  public Behaviour {
    runs = List.copyOf(runs);
  }

  /// One run of a container.
  ///
  /// @param log what it writes at once
  /// @param health what the health check says soon after; left out: it goes on starting
  /// @param exitCode how it ends soon after; left out: it goes on running
  public record Run(List<String> log, Optional<Health> health, Optional<Integer> exitCode) {
    public Run {
      log = List.copyOf(log);
    }
  }

  /// Containers that end soon after their start.
  public static Behaviour exits(int code) {
    return RUNS.doing(List.of(), Optional.empty(), Optional.of(code));
  }

  /// Containers whose health check fails soon after their start.
  public static Behaviour unhealthy() {
    return RUNS.doing(List.of(), Optional.of(Health.UNHEALTHY), Optional.empty());
  }

  /// Containers that cannot be started.
  public static Behaviour doesNotStart(String why) {
    return new Behaviour(Optional.of(why), RUNS.runs, RUNS.exec);
  }

  /// The same, but each run writes these lines.
  public Behaviour logging(String... lines) {
    var logging = runs.stream().map(run -> new Run(List.of(lines), run.health, run.exitCode));
    return new Behaviour(startFailure, logging.toList(), exec);
  }

  /// This behaviour in the first run, the other one after that.
  public Behaviour then(Behaviour next) {
    var both = new ArrayList<>(runs);
    both.addAll(next.runs);
    return new Behaviour(startFailure, both, exec);
  }

  /// The same, but commands in the container end like this.
  public Behaviour withExec(ExecResult result) {
    return new Behaviour(startFailure, runs, result);
  }

  Run run(int number) {
    return runs.get(Math.min(number, runs.size()) - 1);
  }

  private Behaviour doing(List<String> log, Optional<Health> health, Optional<Integer> exitCode) {
    return new Behaviour(startFailure, List.of(new Run(log, health, exitCode)), exec);
  }
}
