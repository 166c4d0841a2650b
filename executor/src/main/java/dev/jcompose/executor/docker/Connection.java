package dev.jcompose.executor.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// docker-java's transport to one engine, and its typed commands over the same one.
final class Connection implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final EngineAddress address;
  private final DockerHttpClient http;
  private @Nullable DockerClient typed;

  private Connection(EngineAddress address, DockerHttpClient http) {
    this.address = address;
    this.http = http;
  }

  static Connection open(EngineAddress address) {
    if (address.uri().getScheme().equals("unix")
        && !Files.exists(Path.of(address.uri().getPath()))) {
      throw Failures.unreachable(address, new ConnectException("no such socket"));
    }
    return new Connection(
        address,
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(address.uri())
            .sslConfig(encryption(address))
            .connectionTimeout(CONNECT_TIMEOUT)
            .build());
  }

  EngineAddress address() {
    return address;
  }

  DockerHttpClient http() {
    return http;
  }

  /// docker-java's typed commands; loading them costs more than most calls, so that only what needs
  /// them does.
  synchronized DockerClient typed() {
    if (typed == null) {
      var config = new DefaultDockerClientConfig.Builder().withDockerHost(address.uri().toString());
      typed = DockerClientImpl.getInstance(config.build(), http);
    }
    return typed;
  }

  @Override
  public void close() {
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable SSLConfig encryption(EngineAddress address) {
    return address.certificates().map(directory -> encryption(address, directory)).orElse(null);
  }

  /// Read here already: docker-java's own class does without encryption when a file is missing.
  private static SSLConfig encryption(EngineAddress address, Path directory) {
    for (String file : List.of("ca.pem", "cert.pem", "key.pem")) {
      if (!Files.isReadable(directory.resolve(file))) {
        throw Failures.noEncryption(address, "there is no " + directory.resolve(file));
      }
    }
    try {
      SSLContext context = new LocalDirectorySSLConfig(directory.toString()).getSSLContext();
      return () -> context;
    } catch (DockerClientException e) {
      throw Failures.noEncryption(
          address, "the certificates in " + directory + ": " + Failures.firstLine(e));
    }
  }
}
