package dev.jcompose.executor.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.jcompose.executor.docker.http.Http;
import dev.jcompose.executor.docker.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/// What docker-java makes for us. Loading it costs more than most calls, so that only what needs it
/// does.
final class DockerJava {
  private DockerJava() {}

  /// Its typed commands, over a client that is open.
  static DockerClient commands(EngineAddress address, Http http) {
    var config = new DefaultDockerClientConfig.Builder().withDockerHost(address.uri().toString());
    DockerHttpClient transport =
        http instanceof LibraryHttp library ? library.client() : new TypedHttp((HttpClient) http);
    return DockerClientImpl.getInstance(config.build(), transport);
  }

  /// Its transport.
  static LibraryHttp transport(EngineAddress address, Duration connectTimeout) {
    return new LibraryHttp(
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(address.uri())
            .connectionTimeout(connectTimeout)
            .build());
  }

  /// What the files of that directory say about who we are and whom we believe. They are read here
  /// already: docker-java's own class does without encryption when one is missing.
  static SSLContext keys(EngineAddress address, Path directory) {
    for (String file : List.of("ca.pem", "cert.pem", "key.pem")) {
      if (!Files.isReadable(directory.resolve(file))) {
        throw Failures.noEncryption(address, "there is no " + directory.resolve(file));
      }
    }
    try {
      return new LocalDirectorySSLConfig(directory.toString()).getSSLContext();
    } catch (DockerClientException e) {
      throw Failures.noEncryption(
          address, "the certificates in " + directory + ": " + Failures.firstLine(e));
    }
  }
}
