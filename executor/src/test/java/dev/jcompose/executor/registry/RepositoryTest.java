package dev.jcompose.executor.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jcompose.model.Sensitive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a registry and its helpers learn of the user.
@Timeout(30)
final class RepositoryTest {
  private static final byte[] CONTENT = "hello".getBytes(StandardCharsets.UTF_8);
  private static final Descriptor BLOB = Descriptor.of("text", CONTENT, new LinkedHashMap<>());
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString("anna:sesame".getBytes(StandardCharsets.UTF_8));

  private final List<String> told = new ArrayList<>();
  private HttpServer registry;
  private HttpServer elsewhere;

  @BeforeEach
  void start() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.start();
    elsewhere.start();
  }

  @AfterEach
  void stop() {
    registry.stop(0);
    elsewhere.stop(0);
  }

  @Test
  void whereBlobsAreKeptNobodyLearnsOfTheUser() throws Exception {
    registry.createContext(
        "/v2/team/x/blobs/",
        exchange -> {
          if (authorization(exchange).equals(BASIC)) {
            answer(exchange, 307, Map.of("Location", address(elsewhere) + "/blob"), new byte[0]);
          } else {
            answer(exchange, 401, Map.of("WWW-Authenticate", "Basic realm=\"x\""), new byte[0]);
          }
        });
    elsewhere.createContext(
        "/blob",
        exchange -> {
          told.add(authorization(exchange));
          answer(exchange, 200, Map.of(), CONTENT);
        });

    assertThat(repository().blob(BLOB)).isEqualTo(CONTENT);
    assertThat(told).containsExactly("");
  }

  @Test
  void aTokenIsFetchedAndUsed() throws Exception {
    registry.createContext(
        "/token",
        exchange -> {
          told.add(authorization(exchange) + " " + exchange.getRequestURI().getQuery());
          answer(exchange, 200, Map.of(), "{\"token\":\"t\"}".getBytes(StandardCharsets.UTF_8));
        });
    String challenge = "Bearer realm=\"%s/token\",service=\"s\"".formatted(address(registry));
    registry.createContext(
        "/v2/team/x/blobs/",
        exchange -> {
          if (authorization(exchange).equals("Bearer t")) {
            answer(exchange, 200, Map.of(), CONTENT);
          } else {
            answer(exchange, 401, Map.of("WWW-Authenticate", challenge), new byte[0]);
          }
        });
    Repository repository = repository();

    assertThat(repository.blob(BLOB)).isEqualTo(CONTENT);
    assertThat(repository.blob(BLOB)).isEqualTo(CONTENT);
    assertThat(told).containsExactly(BASIC + " service=s&scope=repository:team/x:pull,push");
  }

  @Test
  void otherBytesThanThoseMeantAreRefused() throws Exception {
    registry.createContext(
        "/v2/team/x/blobs/",
        exchange -> answer(exchange, 200, Map.of(), "other".getBytes(StandardCharsets.UTF_8)));
    Repository repository = repository();

    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> repository.blob(BLOB))
        .withMessageContaining("something else than " + BLOB.digest());
  }

  private Repository repository() throws Exception {
    var login = new Login.Password("anna", new Sensitive("sesame"));
    return new Repository(
        RegistryHttp.at(URI.create(address(registry)), login, Trust.of(Map.of())), "team/x");
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static String authorization(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null ? "" : header;
  }

  private static void answer(
      HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
