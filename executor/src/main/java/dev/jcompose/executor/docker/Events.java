package dev.jcompose.executor.docker;

import dev.jcompose.executor.ContainerEvent;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EventListener;
import dev.jcompose.executor.EventStream;
import dev.jcompose.executor.Window;
import dev.jcompose.executor.docker.http.HttpAnswer;
import dev.jcompose.executor.json.JsonPieces;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import java.time.Instant;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// The engine's stream of events.
final class Events {
  private static final long NANOSECONDS = 1_000_000_000;

  private final Transport transport;

  Events(Transport transport) {
    this.transport = transport;
  }

  /// Opens the stream. The engine answers a moment before it begins to listen for us; so it is told
  /// its own time from before, and hands over what happened since.
  EventStream open(ProjectName project, EventListener listener) throws InterruptedException {
    JsonValue info = transport.json(Call.get("ask the engine for its time", "info"));
    Instant now = Instant.parse(info.path("SystemTime").asText());
    Call call =
        Call.get("follow the events of " + project, "events")
            .query("since", Instants.seconds(now))
            .query("filters", Filters.eventsOf(project));
    Stream stream = new Stream(listener);
    Thread.ofPlatform()
        .daemon()
        .name("jcompose-events-" + project)
        .start(() -> stream.follow(transport, call, now));
    stream.awaitOpen();
    return stream;
  }

  /// Reads what happens within a window, to its end.
  void read(ProjectName project, Window window, Consumer<ContainerEvent> listener)
      throws InterruptedException {
    Call call =
        Call.get("follow the events of " + project, "events")
            .query("since", window.since().map(Instants::seconds))
            .query("until", window.until().map(Instants::seconds))
            .query("filters", Filters.eventsOf(project));
    var _ =
        transport.send(
            call,
            answer -> {
              JsonPieces.read(answer.body(), event -> listener.accept(read(event)));
              return true;
            });
  }

  static ContainerEvent read(JsonValue event) {
    JsonValue actor = event.path("Actor");
    SequencedMap<String, String> attributes = Json.map(actor.path("Attributes"));
    String action = event.path("Action").asText();
    int colon = action.indexOf(": ");
    if (colon >= 0) {
      attributes.put(action.substring(0, colon), action.substring(colon + 2));
      action = action.substring(0, colon);
    }
    long nanoseconds = event.path("timeNano").asLong();
    return new ContainerEvent(
        new ContainerId(actor.path("ID").asText()),
        action,
        Instant.ofEpochSecond(nanoseconds / NANOSECONDS, nanoseconds % NANOSECONDS),
        attributes);
  }

  /// One stream, read by a thread of its own.
  private static final class Stream implements EventStream {
    private final EventListener listener;
    private final CompletableFuture<HttpAnswer> opened = new CompletableFuture<>();
    private volatile boolean closed;
    private volatile boolean ended;

    Stream(EventListener listener) {
      this.listener = listener;
    }

    void follow(Transport transport, Call call, Instant from) {
      try {
        var _ =
            transport.send(
                call,
                answer -> {
                  opened.complete(answer);
                  JsonPieces.read(answer.body(), event -> happened(event, from));
                  return true;
                });
      } catch (EngineException | InterruptedException e) {
        opened.completeExceptionally(e);
      } finally {
        opened.cancel(false);
        end();
      }
    }

    /// The engine hands over events of the same second from before, too.
    private void happened(JsonValue event, Instant from) {
      ContainerEvent read = read(event);
      if (!closed && !read.time().isBefore(from)) {
        listener.happened(read);
      }
    }

    private void end() {
      ended = true;
      if (!closed) {
        listener.ended();
      }
    }

    void awaitOpen() throws InterruptedException {
      try {
        opened.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof EngineException refused
            ? refused
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        close();
        throw e;
      }
    }

    @Override
    public boolean isOpen() {
      return !closed && !ended;
    }

    @Override
    public void close() {
      closed = true;
      var _ = opened.thenAccept(HttpAnswer::close);
    }
  }
}
