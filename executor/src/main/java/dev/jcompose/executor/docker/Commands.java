package dev.jcompose.executor.docker;

import dev.jcompose.executor.ExecResult;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Command;
import dev.jcompose.model.Hook;
import dev.jcompose.planner.ContainerId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Commands run in running containers.
final class Commands {
  /// The output may end a moment before the engine has heard of the exit; then it is asked again.
  private static final int QUESTIONS = 50;

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Transport transport;

  Commands(Transport transport) {
    this.transport = transport;
  }

  ExecResult run(ContainerId id, Hook command, Consumer<String> listener)
      throws InterruptedException {
    String doing = "run a command in container " + id.brief();
    JsonValue made =
        transport.json(Call.post(doing, "containers", id.value(), "exec").json(body(command)));
    String exec = made.path("Id").asText();
    String output =
        transport.send(
            Call.post(doing, "exec", exec, "start").json(new Json()),
            answer -> {
              ByteArrayOutputStream both = new ByteArrayOutputStream();
              var lines = new WholeLines(listener);
              Frames.read(
                  answer.body(),
                  (_, content) -> {
                    both.writeBytes(content);
                    lines.write(content);
                  });
              lines.end();
              return both.toString(StandardCharsets.UTF_8);
            });
    return new ExecResult(exitCode(doing, exec), output);
  }

  /// Cuts what comes in pieces into lines.
  private static final class WholeLines {
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private final Consumer<String> listener;

    WholeLines(Consumer<String> listener) {
      this.listener = listener;
    }

    void write(byte[] content) {
      for (byte each : content) {
        if (each == '\n') {
          end();
        } else {
          open.write(each);
        }
      }
    }

    void end() {
      if (open.size() > 0) {
        listener.accept(open.toString(StandardCharsets.UTF_8).stripTrailing());
        open.reset();
      }
    }
  }

  private static Json body(Hook command) {
    List<String> words =
        switch (command.command()) {
          case Command.Words(List<String> given) -> given;
          case Command.FromImage() -> List.of();
        };
    return new Json()
        .put("AttachStdout", true)
        .put("AttachStderr", true)
        .allWords("Cmd", words)
        .text("User", command.user())
        .on("Privileged", command.privileged())
        .text("WorkingDir", command.workingDir())
        .words("Env", ExecutionJson.assignments(command.environment()));
  }

  /// How a command ended that was started by `exec`; 0 if it runs on.
  int exitCode(String doing, String exec) throws InterruptedException {
    JsonValue state = transport.json(Call.get(doing, "exec", exec, "json"));
    for (int i = 1; i < QUESTIONS && state.path("Running").asBoolean(); i++) {
      Thread.sleep(PAUSE);
      state = transport.json(Call.get(doing, "exec", exec, "json"));
    }
    return state.path("ExitCode").asInt();
  }
}
