package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.docker.http.HttpAnswer;
import dev.jcompose.executor.docker.http.HttpClient;
import dev.jcompose.executor.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends {@link Call}s and hands their answers over; opened at the first of them.
final class Transport implements AutoCloseable {
  private final CliConfig config;
  private @Nullable Connection connection;
  private volatile @Nullable ApiVersion apiVersion;

  Transport(CliConfig config) {
    this.config = config;
  }

  /// Reads an answer while the connection is open.
  interface Reader<T> {
    T read(HttpAnswer answer) throws IOException, InterruptedException;
  }

  /// The answer as JSON; missing when it is empty.
  JsonValue json(Call call) throws InterruptedException {
    return send(
        call,
        answer -> {
          byte[] body = answer.body().readAllBytes();
          return body.length == 0 ? JsonValue.Nothing.MISSING : JsonValue.parse(body);
        });
  }

  /// The answer as JSON; empty when what was asked for is not there.
  Optional<JsonValue> find(Call call) throws InterruptedException {
    try {
      return Optional.of(json(call));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Sends a call whose answer says nothing but that it worked.
  void run(Call call) throws InterruptedException {
    var _ = send(call, answer -> answer.body().readAllBytes());
  }

  /// The same, but a refusal of this kind means that it is so already.
  void runUnless(EngineException.Kind fine, Call call) throws InterruptedException {
    try {
      run(call);
    } catch (EngineException e) {
      if (e.kind() != fine) {
        throw e;
      }
    }
  }

  <T> T send(Call call, Reader<T> reader) throws InterruptedException {
    Connection open = connection();
    return open.interruptibly(() -> {
      try (HttpAnswer answer = execute(open, call)) {
        return read(open, call, reader, answer);
      }
    });
  }

  /// Sends a call after which the line belongs to both sides.
  HttpClient.Hijacked hijack(Call call) throws InterruptedException {
    Connection open = connection();
    if (!(open.http() instanceof HttpClient client)) {
      throw Requirements.unsupported(
          call.doing(), "there is no way yet to talk to a process over " + open.address());
    }
    try {
      HttpClient.Hijacked line = client.hijack(call.request());
      var _ = read(open, call, _ -> line, line.answer());
      return line;
    } catch (IOException e) {
      throw interruptOr(e, Failures.unreachable(open.address(), e));
    }
  }

  /// What is said when a line breaks in the middle.
  EngineException broken(String doing, IOException failure) {
    return Failures.broken(doing, address(), failure);
  }

  /// The newest version of the API that the engine speaks. Every answer says so, so that this
  /// seldom costs a call of its own.
  ApiVersion apiVersion() throws InterruptedException {
    ApiVersion known = apiVersion;
    if (known == null) {
      run(Call.get("ask for the version of the engine", "_ping"));
      known = apiVersion;
    }
    return known == null ? ApiVersion.OLDEST : known;
  }

  EngineAddress address() {
    return connection().address();
  }

  synchronized Connection connection() {
    if (connection == null) {
      connection = Connection.open(new EngineDiscovery(config).find(), config);
    }
    return connection;
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  private static HttpAnswer execute(Connection open, Call call) throws InterruptedException {
    try {
      return open.http().send(call.request());
    } catch (IOException e) {
      throw interruptOr(e, Failures.unreachable(open.address(), e));
    }
  }

  private <T> T read(Connection open, Call call, Reader<T> reader, HttpAnswer answer)
      throws InterruptedException {
    try {
      checkStatus(call, answer);
      return reader.read(answer);
    } catch (IOException e) {
      throw interruptOr(e, Failures.broken(call.doing(), open.address(), e));
    }
  }

  private void checkStatus(Call call, HttpAnswer answer) throws IOException {
    if (apiVersion == null) {
      apiVersion = answer.header("api-version").map(ApiVersion::parse).orElse(null);
    }
    int status = answer.status();
    boolean done = status / 100 == 2 || status == 304 || status == 101;
    if (!done) {
      try (InputStream body = answer.body()) {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        throw Failures.refused(call.doing(), status, text);
      }
    }
  }

  /// An interrupted read or write ends as a broken connection; here it becomes an interrupt again.
  static EngineException interruptOr(IOException failure, EngineException otherwise)
      throws InterruptedException {
    boolean interrupted =
        Thread.interrupted()
            || failure instanceof ClosedByInterruptException
            || failure.getClass() == InterruptedIOException.class;
    if (interrupted) {
      InterruptedException interrupt = new InterruptedException();
      interrupt.initCause(failure);
      throw interrupt;
    }
    return otherwise;
  }
}
