package dev.jcompose;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Waits until a service does what shows that it can be used.
///
/// Lines come by themselves. For everything else somebody has to ask again and again.
final class Waiting {
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /// How long a connection has to last to be one to the service and not only to the engine's relay,
  /// which takes every connection and drops it when there is nobody behind.
  private static final Duration LASTING = Duration.ofMillis(200);

  private final Service service;
  private final Condition condition;
  private final Duration limit;
  private final long end;

  Waiting(Service service, Condition condition, Duration limit) {
    this.service = service;
    this.condition = condition;
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  void run() throws InterruptedException {
    switch (condition) {
      case Condition.Line(String expression) -> line(Pattern.compile(expression));
      case Condition.OpenPort(int port) -> repeat(() -> connect(service.address(port)));
      case Condition.HttpAnswer(int port, String path) -> {
        try (var client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
          repeat(() -> get(client, service.address(port), path));
        }
      }
      case Condition.Success success ->
          repeat(() -> ended(service.exec(success.command().toArray(String[]::new))));
    }
  }

  /// One try.
  private interface Try {
    /// Why it is not yet so; empty when it is.
    Optional<String> problem() throws InterruptedException, IOException;
  }

  private void repeat(Try attempt) throws InterruptedException {
    for (; ; ) {
      var problem = problem(attempt);
      if (problem.isEmpty()) {
        return;
      }
      if (!service.isRunning()) {
        throw failed("the service has ended");
      }
      if (left().isNegative()) {
        throw failed(problem.get());
      }
      Thread.sleep(INTERVAL);
    }
  }

  private static Optional<String> problem(Try attempt) throws InterruptedException {
    try {
      return attempt.problem();
    } catch (IOException | ComposeException failure) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }

  private void line(Pattern expression) throws InterruptedException {
    try (var reader = service.read(Logs.FOLLOWED)) {
      for (; ; ) {
        switch (reader.next(left())) {
          case LogReader.Item.Line(LogEntry entry) -> {
            if (expression.matcher(entry.text()).find()) {
              return;
            }
          }
          case LogReader.Item.End _ -> throw failed("the service has ended");
          case LogReader.Item.Late _ -> throw failed("there was none");
          case LogReader.Item.Failed(ComposeException failure) -> throw failure;
        }
      }
    }
  }

  private static Optional<String> connect(Address address) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(address.socketAddress(), Math.toIntExact(ANSWER.toMillis()));
      socket.setSoTimeout(Math.toIntExact(LASTING.toMillis()));
      return socket.getInputStream().read() >= 0
          ? Optional.empty()
          : Optional.of("the connection to " + address + " was closed at once");
    } catch (SocketTimeoutException silent) {
      return Optional.empty();
    }
  }

  private static Optional<String> get(HttpClient client, Address address, String path)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://" + address + path)).timeout(ANSWER);
    var status = client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    return status < 400 ? Optional.empty() : Optional.of("the answer had status " + status);
  }

  private static Optional<String> ended(CommandResult result) {
    return result.succeeded()
        ? Optional.empty()
        : Optional.of("the exit code was " + result.exitCode());
  }

  private Duration left() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  private ComposeException failed(String why) {
    return new ComposeException(
        ComposeException.Reason.FAILED,
        "service %s did not give %s within %s: %s"
            .formatted(service.name(), condition, readable(limit), why));
  }

  private static String readable(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
