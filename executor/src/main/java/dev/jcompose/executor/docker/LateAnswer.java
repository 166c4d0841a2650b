package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.docker.http.HttpAnswer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// An answer whose head comes at once and whose body comes when something has happened. It is
/// listened to by a thread of its own.
final class LateAnswer<T> implements AutoCloseable {
  private final CompletableFuture<HttpAnswer> opened = new CompletableFuture<>();
  private final CompletableFuture<T> content = new CompletableFuture<>();

  private LateAnswer() {}

  /// Reads the body; what it completes is the answer.
  interface Reader<T> {
    void read(HttpAnswer answer, CompletableFuture<T> content) throws IOException;
  }

  /// Sends the call. When this returns, the engine looks out for what is asked for.
  static <T> LateAnswer<T> open(Transport transport, Call call, Reader<T> reader)
      throws InterruptedException {
    var late = new LateAnswer<T>();
    Thread.ofPlatform()
        .daemon()
        .name("jcompose-late-answer")
        .start(() -> late.listen(transport, call, reader));
    late.awaitOpen();
    return late;
  }

  private void listen(Transport transport, Call call, Reader<T> reader) {
    try {
      var _ =
          transport.send(
              call,
              answer -> {
                opened.complete(answer);
                reader.read(answer, content);
                return true;
              });
      content.completeExceptionally(
          new EngineException(
              EngineException.Kind.OTHER, call.doing() + ": the engine ends its answer early"));
    } catch (RuntimeException | InterruptedException failure) {
      opened.completeExceptionally(failure);
      content.completeExceptionally(failure);
    }
  }

  private void awaitOpen() throws InterruptedException {
    try {
      opened.get();
    } catch (ExecutionException failure) {
      throw cause(failure);
    } catch (InterruptedException interrupt) {
      close();
      throw interrupt;
    }
  }

  /// What is asked for, once it has happened; it fails when the engine does not tell any more.
  CompletableFuture<T> content() {
    return content;
  }

  /// The value of such a future.
  static <T> T get(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      throw cause(failure);
    }
  }

  private static RuntimeException cause(ExecutionException failure) {
    return failure.getCause() instanceof EngineException refused
        ? refused
        : new IllegalStateException(failure.getCause());
  }

  @Override
  public void close() {
    var _ = opened.thenAccept(HttpAnswer::close);
  }
}
