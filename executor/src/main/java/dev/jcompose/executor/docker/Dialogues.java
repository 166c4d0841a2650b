package dev.jcompose.executor.docker;

import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.executor.access.Execution;
import dev.jcompose.executor.access.TerminalSize;
import dev.jcompose.executor.docker.http.HttpClient;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.OneOff;
import java.util.List;
import java.util.Optional;

/// Opens connections to processes in containers.
final class Dialogues {
  private static final ApiVersion SIZE_AT_START = new ApiVersion(1, 42);

  private final Transport transport;

  Dialogues(Transport transport) {
    this.transport = transport;
  }

  Dialogue exec(ContainerId id, Execution execution) throws InterruptedException {
    String doing = doing(id);
    String exec = make(doing, id, execution, execution.takesInput());
    boolean terminal = execution.terminal().isPresent();
    HttpClient.Hijacked line =
        transport.hijack(
            Call.post(doing, "exec", exec, "start").json(new Json().on("Tty", terminal)));
    Dialogue dialogue =
        new DockerDialogue(transport, line, terminal, new Execed(transport, doing, exec));
    if (terminal && !sizeIsKnown()) {
      dialogue.resize(execution.terminal().get());
    }
    return dialogue;
  }

  void execDetached(ContainerId id, Execution execution) throws InterruptedException {
    String doing = doing(id);
    String exec = make(doing, id, execution, false);
    transport.run(
        Call.post(doing, "exec", exec, "start")
            .json(new Json().put("Detach", true).on("Tty", execution.terminal().isPresent())));
  }

  private static String doing(ContainerId id) {
    return "run a command in container " + id.brief();
  }

  private boolean sizeIsKnown() throws InterruptedException {
    return transport.apiVersion().isAtLeast(SIZE_AT_START);
  }

  private String make(String doing, ContainerId id, Execution execution, boolean input)
      throws InterruptedException {
    Json body =
        new Json()
            .on("AttachStdin", input)
            .put("AttachStdout", true)
            .put("AttachStderr", true)
            .on("Tty", execution.terminal().isPresent())
            .allWords("Cmd", execution.command())
            .text("User", execution.user())
            .on("Privileged", execution.privileged())
            .text("WorkingDir", execution.workingDirectory())
            .text("DetachKeys", execution.detachKeys())
            .words(
                "Env",
                execution.environment().entrySet().stream()
                    .map(variable -> variable.getKey() + "=" + variable.getValue())
                    .toList());
    if (execution.terminal().isPresent() && sizeIsKnown()) {
      TerminalSize size = execution.terminal().get();
      body.numbers("ConsoleSize", List.of(size.rows(), size.columns()));
    }
    JsonValue made = transport.json(Call.post(doing, "containers", id.value(), "exec").json(body));
    return made.path("Id").asText();
  }

  Dialogue attach(ContainerId id, boolean takesInput, Optional<String> detachKeys)
      throws InterruptedException {
    String doing = "attach to container " + id.brief();
    boolean terminal =
        transport
            .json(Call.get(doing, "containers", id.value(), "json"))
            .path("Config")
            .path("Tty")
            .asBoolean();
    HttpClient.Hijacked line = attached(doing, id, takesInput, detachKeys);
    return new DockerDialogue(transport, line, terminal, new Main(transport, doing, id));
  }

  Dialogue start(ContainerId id, OneOff made) throws InterruptedException {
    String doing = "attach to container " + id.brief();
    HttpClient.Hijacked line = attached(doing, id, made.takesInput(), Optional.empty());
    return FirstRun.begin(transport, line, id, made);
  }

  private HttpClient.Hijacked attached(
      String doing, ContainerId id, boolean takesInput, Optional<String> detachKeys)
      throws InterruptedException {
    return transport.hijack(
        Call.post(doing, "containers", id.value(), "attach")
            .query("stream", true)
            .query("stdin", takesInput)
            .query("stdout", true)
            .query("stderr", true)
            .query("detachKeys", detachKeys));
  }

  /// A process that was started by `exec`.
  private record Execed(Transport transport, String doing, String id)
      implements DockerDialogue.Partner {
    @Override
    public Call resize() {
      return Call.post(doing, "exec", id, "resize");
    }

    @Override
    public int exitCode() throws InterruptedException {
      return new Commands(transport).exitCode(doing, id);
    }
  }

  /// The process of a container.
  private record Main(Transport transport, String doing, ContainerId id)
      implements DockerDialogue.Partner {
    @Override
    public Call resize() {
      return Call.post(doing, "containers", id.value(), "resize");
    }

    @Override
    public int exitCode() throws InterruptedException {
      JsonValue state =
          transport.json(Call.get(doing, "containers", id.value(), "json")).path("State");
      return state.path("Running").asBoolean() ? 0 : state.path("ExitCode").asInt();
    }
  }
}
