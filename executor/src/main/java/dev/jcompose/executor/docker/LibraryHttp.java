package dev.jcompose.executor.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.jcompose.executor.docker.http.Http;
import dev.jcompose.executor.docker.http.HttpAnswer;
import dev.jcompose.executor.docker.http.HttpRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// A client of docker-java, for the addresses that our own does not speak: pipes of Windows.
final class LibraryHttp implements Http {
  private final DockerHttpClient client;

  LibraryHttp(DockerHttpClient client) {
    this.client = client;
  }

  DockerHttpClient client() {
    return client;
  }

  @Override
  public HttpAnswer send(HttpRequest request) throws IOException {
    try {
      DockerHttpClient.Response response = client.execute(translated(request));
      SequencedMap<String, List<String>> headers = new LinkedHashMap<>();
      response
          .getHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
      return new HttpAnswer(response.getStatusCode(), headers, body(response));
    } catch (RuntimeException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static DockerHttpClient.Request translated(HttpRequest request) {
    var builder =
        DockerHttpClient.Request.builder()
            .method(request.method())
            .path(request.target())
            .headers(request.headers());
    switch (request.body()) {
      case HttpRequest.Body.None() -> {}
      case HttpRequest.Body.Bytes(byte[] bytes) -> builder.bodyBytes(bytes);
      case HttpRequest.Body.Stream(InputStream stream) -> builder.body(stream);
    }
    return builder.build();
  }

  private static InputStream body(DockerHttpClient.Response response) {
    return new FilterInputStream(response.getBody()) {
      @Override
      public void close() {
        response.close();
      }
    };
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
