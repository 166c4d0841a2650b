package dev.jcompose.executor.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.jcompose.executor.docker.http.HttpAnswer;
import dev.jcompose.executor.docker.http.HttpClient;
import dev.jcompose.executor.docker.http.HttpRequest;
import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What docker-java's typed commands are sent over: our own client.
final class TypedHttp implements DockerHttpClient {
  private final HttpClient http;

  /// @param http stays open when this is closed
  TypedHttp(HttpClient http) {
    this.http = http;
  }

  @Override
  public Response execute(Request request) {
    HttpRequest ours =
        new HttpRequest(
            request.method(), request.path(), Ordered.map(request.headers()), body(request));
    InputStream input = request.hijackedInput();
    try {
      return new TypedResponse(input == null ? http.send(ours) : hijack(ours, input));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpRequest.Body body(Request request) {
    byte @Nullable [] bytes = request.bodyBytes();
    if (bytes != null) {
      return new HttpRequest.Body.Bytes(bytes);
    }
    InputStream stream = request.body();
    return stream == null ? new HttpRequest.Body.None() : new HttpRequest.Body.Stream(stream);
  }

  /// Sends what comes from a stream over a line that the engine hands over, and tells it of the
  /// end.
  private HttpAnswer hijack(HttpRequest request, InputStream input) throws IOException {
    HttpClient.Hijacked hijacked = http.hijack(request);
    Thread.ofPlatform().daemon().name("jcompose-stdin").start(() -> send(input, hijacked.output()));
    return hijacked.answer();
  }

  private static void send(InputStream input, OutputStream output) {
    try (output) {
      input.transferTo(output);
    } catch (IOException _) {
      // Nobody listens any more, which the answer tells as well.
    }
  }

  @Override
  public void close() {}

  private record TypedResponse(HttpAnswer answer) implements Response {
    private static final int OK = 200;
    private static final int SWITCHED = 101;

    /// To docker-java a line that was handed over is a success like others.
    @Override
    public int getStatusCode() {
      return answer.status() == SWITCHED ? OK : answer.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return answer.headers();
    }

    @Override
    public InputStream getBody() {
      return answer.body();
    }

    @Override
    public void close() {
      answer.close();
    }
  }
}
