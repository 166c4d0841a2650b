package dev.jcompose.executor.docker;

import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.executor.docker.http.HttpAnswer;
import dev.jcompose.planner.ContainerId;
import java.io.IOException;
import java.util.function.Consumer;

/// What containers have written.
///
/// Read raw: docker-java's reader takes whole seconds only, starts a thread for each stream and
/// hands out one buffer again and again.
final class Logs {
  private static final ApiVersion SAYS_ITS_FORM = new ApiVersion(1, 42);
  private static final String RAW = "application/vnd.docker.raw-stream";

  private final Transport transport;

  Logs(Transport transport) {
    this.transport = transport;
  }

  void read(ContainerId id, LogOptions options, Consumer<LogLine> listener)
      throws InterruptedException {
    boolean saysForm = transport.apiVersion().isAtLeast(SAYS_ITS_FORM);
    boolean hasTerminal = !saysForm && hasTerminal(id);
    var _ =
        transport.send(
            call(id, options),
            answer -> {
              boolean raw = saysForm ? isRaw(answer) : hasTerminal;
              read(answer, raw, options, listener);
              return true;
            });
  }

  private static Call call(ContainerId id, LogOptions options) {
    return Call.get("read the log of container " + id.brief(), "containers", id.value(), "logs")
        .query("stdout", true)
        .query("stderr", true)
        .query("follow", options.follow())
        .query("timestamps", options.timestamps())
        .query("tail", options.tail().map(Object::toString))
        .query("since", options.since().map(Instants::seconds))
        .query("until", options.until().map(Instants::seconds));
  }

  /// Whether both streams come as one, because the container has a terminal.
  private boolean hasTerminal(ContainerId id) throws InterruptedException {
    return transport
        .json(Call.get("read the log of container " + id.brief(), "containers", id.value(), "json"))
        .path("Config")
        .path("Tty")
        .asBoolean();
  }

  private static boolean isRaw(HttpAnswer answer) {
    return answer.header("content-type").filter(RAW::equals).isPresent();
  }

  private static void read(
      HttpAnswer answer, boolean raw, LogOptions options, Consumer<LogLine> listener)
      throws IOException {
    LogLines lines = new LogLines(options.timestamps(), listener);
    if (raw) {
      lines.terminal(answer.body());
    } else {
      Frames.read(answer.body(), lines::frame);
    }
    lines.end();
  }
}
