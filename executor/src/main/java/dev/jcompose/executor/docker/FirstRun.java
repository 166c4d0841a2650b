package dev.jcompose.executor.docker;

import dev.jcompose.executor.docker.http.HttpClient;
import dev.jcompose.executor.json.JsonPieces;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.OneOff;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A container that is started only when somebody listens: to what it writes, to its end, and, if
/// the user can do that, to his leaving it to itself.
final class FirstRun implements DockerDialogue.Partner {
  private final Transport transport;
  private final String doing;
  private final ContainerId id;
  private final LateAnswer<Integer> end;
  private final Optional<LateAnswer<Boolean>> leaving;

  private FirstRun(Transport transport, ContainerId id, OneOff made) throws InterruptedException {
    this.transport = transport;
    this.doing = "run container " + id.brief();
    this.id = id;
    this.end = end(made);
    this.leaving = made.terminal() && made.takesInput() ? Optional.of(leaving()) : Optional.empty();
  }

  /// Starts it.
  ///
  /// @param line what it reads and writes
  static DockerDialogue begin(
      Transport transport, HttpClient.Hijacked line, ContainerId id, OneOff made)
      throws InterruptedException {
    boolean begun = false;
    var open = new ArrayDeque<Runnable>(List.of(() -> line.answer().close()));
    try {
      var run = new FirstRun(transport, id, made);
      open.push(run::close);
      transport.run(Call.post("start container " + id.brief(), "containers", id.value(), "start"));
      begun = true;
      return new DockerDialogue(transport, line, made.terminal(), run);
    } finally {
      if (!begun) {
        open.forEach(Runnable::run);
      }
    }
  }

  private LateAnswer<Integer> end(OneOff made) throws InterruptedException {
    return LateAnswer.open(
        transport,
        Call.post(doing, "containers", id.value(), "wait")
            .query("condition", made.removed() ? "removed" : "next-exit"),
        (answer, content) -> {
          byte[] body = answer.body().readAllBytes();
          content.complete(JsonValue.parse(body).path("StatusCode").asInt());
        });
  }

  private LateAnswer<Boolean> leaving() throws InterruptedException {
    return LateAnswer.open(
        transport,
        Call.get(doing, "events").query("filters", Filters.detachedFrom(id)),
        (answer, content) -> JsonPieces.read(answer.body(), _ -> content.complete(true)));
  }

  @Override
  public Call resize() {
    return Call.post(doing, "containers", id.value(), "resize");
  }

  /// What it wrote ends a moment before the engine knows how it ended, or when the user leaves.
  @Override
  public int exitCode() throws InterruptedException {
    var first = new CompletableFuture<Integer>();
    var _ =
        end.content()
            .whenComplete((code, failure) -> {
              if (failure == null) {
                first.complete(code);
              } else {
                first.completeExceptionally(failure);
              }
            });
    leaving.ifPresent(event -> {
      var _ = event.content().thenAccept(_ -> first.complete(0));
    });
    return LateAnswer.get(first);
  }

  @Override
  public void close() {
    end.close();
    leaving.ifPresent(LateAnswer::close);
  }
}
