package dev.jcompose.executor.docker;

import com.github.dockerjava.api.DockerClient;
import dev.jcompose.executor.docker.http.Dialer;
import dev.jcompose.executor.docker.http.Http;
import dev.jcompose.executor.docker.http.HttpClient;
import dev.jcompose.executor.docker.http.ProgramDialer;
import dev.jcompose.executor.docker.http.SocketDialer;
import dev.jcompose.executor.docker.http.TlsDialer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Our way to one engine, and docker-java's typed commands over the same one.
final class Connection implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /// As whose an engine is addressed that is not reached by the name of a host.
  private static final String NO_HOST = "docker";

  private final EngineAddress address;
  private final Http http;
  private @Nullable DockerClient typed;

  private Connection(EngineAddress address, Http http) {
    this.address = address;
    this.http = http;
  }

  static Connection open(EngineAddress address, CliConfig config) {
    URI uri = address.uri();
    return new Connection(
        address,
        switch (uri.getScheme()) {
          case "unix" -> own(unix(address), NO_HOST);
          case "ssh" ->
              own(
                  new ProgramDialer(SshAddress.parse(uri).command(config), config.environment()),
                  NO_HOST);
          case "tcp" ->
              own(
                  address
                      .certificates()
                      .<Dialer>map(
                          directory -> new TlsDialer(tcp(uri), DockerJava.keys(address, directory)))
                      .orElseGet(() -> tcp(uri)),
                  uri.getAuthority());
          default -> DockerJava.transport(address, CONNECT_TIMEOUT);
        });
  }

  private static Http own(Dialer dialer, String host) {
    return new HttpClient(dialer, host);
  }

  private static Dialer unix(EngineAddress address) {
    Path socket = Path.of(address.uri().getPath());
    if (!Files.exists(socket)) {
      throw Failures.unreachable(address, new ConnectException("no such socket"));
    }
    return new SocketDialer.Unix(socket);
  }

  private static SocketDialer.Tcp tcp(URI uri) {
    return new SocketDialer.Tcp(uri.getHost(), uri.getPort(), CONNECT_TIMEOUT);
  }

  EngineAddress address() {
    return address;
  }

  Http http() {
    return http;
  }

  /// docker-java's typed commands.
  synchronized DockerClient typed() {
    if (typed == null) {
      typed = DockerJava.commands(address, http);
    }
    return typed;
  }

  /// Calls what waits for the engine so that an interrupt ends it. With our own client one does so
  /// anyway.
  <T> T interruptibly(Interruptible.Body<T> body) throws InterruptedException {
    return http instanceof HttpClient ? body.call() : Interruptible.call(body);
  }

  @Override
  public void close() {
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
