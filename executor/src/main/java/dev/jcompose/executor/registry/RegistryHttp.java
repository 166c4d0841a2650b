package dev.jcompose.executor.registry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/// The way to a registry: TLS, and who the user is there.
///
/// A registry on this very machine may speak plain HTTP, as it may with docker's engine, and so may
/// one that the user says is insecure.
public final class RegistryHttp implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int MOST_STEPS = 5;

  private final String host;
  private final HttpClient client;
  private final Authorization authorization;
  private final URI base;

  private RegistryHttp(String host, HttpClient client, Login login, URI base) {
    this.host = host;
    this.client = client;
    this.authorization = new Authorization(client, login);
    this.base = base;
  }

  /// Looks how the registry is to be spoken to.
  ///
  /// @param trust whom to believe that they are the registry
  /// @throws RegistryException if nobody answers there
  public static RegistryHttp open(String host, Login login, SSLContext trust, Plain plain)
      throws RegistryException, InterruptedException {
    HttpClient client = client(trust);
    try {
      URI base = URI.create("https://" + host);
      try {
        ping(client, base);
      } catch (SSLException e) {
        if (plain == Plain.REFUSED && !isHere(host)) {
          throw e;
        }
        base = URI.create("http://" + host);
        ping(client, base);
      }
      return new RegistryHttp(host, client, login, base);
    } catch (IOException e) {
      client.close();
      throw new RegistryException("cannot reach the registry " + host + ": " + reason(e), 0);
    }
  }

  /// The way to a registry that is known to be there.
  static RegistryHttp at(URI base, Login login, SSLContext trust) {
    return new RegistryHttp(base.getAuthority(), client(trust), login, base);
  }

  private static HttpClient client(SSLContext trust) {
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(30))
        .followRedirects(HttpClient.Redirect.NEVER)
        .sslContext(trust)
        .build();
  }

  /// Whether a registry elsewhere may speak plain HTTP.
  public enum Plain {
    REFUSED,
    ALLOWED
  }

  private static void ping(HttpClient client, URI base) throws IOException, InterruptedException {
    var _ =
        client.send(
            HttpRequest.newBuilder(base.resolve("/v2/")).timeout(LIMIT).build(),
            BodyHandlers.discarding());
  }

  private static boolean isHere(String host) {
    String name = host.replaceFirst(":[0-9]+$", "");
    return name.equals("localhost")
        || name.matches("127(\\.[0-9]{1,3}){3}")
        || name.equals("[::1]");
  }

  private static String reason(IOException e) {
    return e instanceof ConnectException
        ? "nobody answers there"
        : Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
  }

  String host() {
    return host;
  }

  String base() {
    return base.toString();
  }

  boolean isSame(RegistryHttp other) {
    return base.equals(other.base);
  }

  /// Sends a request, and once more with what the registry wants to know of the user.
  HttpResponse<byte[]> send(HttpRequest.Builder request, String repository)
      throws RegistryException, InterruptedException {
    try {
      request.timeout(LIMIT);
      authorization.known(repository).ifPresent(known -> request.setHeader("Authorization", known));
      var answer = client.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 401) {
        return followed(answer);
      }
      Optional<String> asked = authorization.ask(answer, repository);
      if (asked.isEmpty()) {
        return answer;
      }
      return followed(
          client.send(
              request.setHeader("Authorization", asked.get()).build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new RegistryException("cannot talk to the registry " + host + ": " + reason(e), 0);
    }
  }

  /// Registries keep blobs elsewhere and say where. Who the user is at the registry is not told
  /// there, and nobody is led out of TLS.
  private HttpResponse<byte[]> followed(HttpResponse<byte[]> first)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = first;
    for (int step = 0; step < MOST_STEPS && answer.statusCode() / 100 == 3; step++) {
      Optional<String> place = answer.headers().firstValue("Location");
      String method = answer.request().method();
      if (place.isEmpty() || !(method.equals("GET") || method.equals("HEAD"))) {
        return answer;
      }
      URI next = answer.uri().resolve(place.get());
      if (!next.getScheme().equals("https") && !next.getScheme().equals(base.getScheme())) {
        return answer;
      }
      answer =
          client.send(
              HttpRequest.newBuilder(next)
                  .method(method, HttpRequest.BodyPublishers.noBody())
                  .timeout(LIMIT)
                  .build(),
              BodyHandlers.ofByteArray());
    }
    return answer;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
