package dev.jcompose.executor.fake;

import dev.jcompose.executor.ExecResult;
import dev.jcompose.model.Command;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Service;
import dev.jcompose.planner.ContainerStatus.Health;
import java.util.List;
import java.util.Optional;

/// The few commands that the fake engine knows: `true`, `false` and `echo WORD…`. Everything else
/// runs on and on, or as a health check or hook does well.
final class FakeShell {
  private FakeShell() {}

  /// What the containers of a service do according to its own words.
  static Behaviour behaviour(Service service) {
    List<String> words = words(service.execution().command());
    Health health =
        service.lifecycle().healthcheck().filter(FakeShell::fails).isPresent()
            ? Health.UNHEALTHY
            : Health.HEALTHY;
    Optional<ExecResult> result = run(words);
    List<String> log = result.stream().flatMap(end -> end.output().lines()).toList();
    var run = new Behaviour.Run(log, Optional.of(health), result.map(ExecResult::exitCode));
    return new Behaviour(Optional.empty(), List.of(run), new ExecResult(0, ""));
  }

  /// How a command ends; empty when it is none that the shell knows.
  static Optional<ExecResult> run(List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return switch (words.getFirst()) {
      case "true" -> Optional.of(new ExecResult(0, ""));
      case "false" -> Optional.of(new ExecResult(1, ""));
      case "echo" ->
          Optional.of(new ExecResult(0, String.join(" ", words.subList(1, words.size())) + "\n"));
      default -> Optional.empty();
    };
  }

  static List<String> words(Command command) {
    return switch (command) {
      case Command.FromImage() -> List.of();
      case Command.Words(List<String> words) -> words;
    };
  }

  private static boolean fails(Healthcheck check) {
    return check.test().size() > 1 && check.test().get(1).equals("false");
  }
}
