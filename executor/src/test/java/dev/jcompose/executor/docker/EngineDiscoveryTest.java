package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.contract.Trial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the engine is looked for, and what is said when it is not there.
final class EngineDiscoveryTest {
  /// The SHA-256 of `remote`, which names the directories of that context.
  private static final String REMOTE_ID =
      "b71199ebd070b36beab7317920c2c2f1d777df8d05e5527d8458fda57cb17a7a";

  @TempDir private Path home;

  @Test
  void theDefaultSocketIsTakenWhenNothingIsSaid() {
    assertThat(find(Map.of())).hasToString("unix:///var/run/docker.sock (the default)");
  }

  @Test
  void dockerHostGoesFirst() throws IOException {
    context("remote", "tcp://10.0.0.1:2375");

    assertThat(find(Map.of("DOCKER_HOST", "tcp://10.0.0.2:2375", "DOCKER_CONTEXT", "remote")))
        .hasToString("tcp://10.0.0.2:2375 (from DOCKER_HOST)");
  }

  @Test
  void aContextIsNamedByVariableOrFile() throws IOException {
    context("remote", "tcp://10.0.0.1:2375");

    assertThat(find(Map.of("DOCKER_CONTEXT", "remote")))
        .hasToString("tcp://10.0.0.1:2375 (from the docker context \"remote\")");
    Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\":\"remote\"}");
    assertThat(find(Map.of()).uri()).hasToString("tcp://10.0.0.1:2375");
    assertThat(find(Map.of("DOCKER_CONTEXT", "default")).uri())
        .hasToString("unix:///var/run/docker.sock");
  }

  @Test
  void anEncryptedAddressHasItsCertificates() {
    assertThat(
            find(Map.of(
                    "DOCKER_HOST", "tcp://10.0.0.2:2376",
                    "DOCKER_TLS_VERIFY", "1",
                    "DOCKER_CERT_PATH", "/certificates"))
                .certificates())
        .contains(Path.of("/certificates"));
    assertThat(find(Map.of("DOCKER_HOST", "tcp://10.0.0.2:2375")).certificates()).isEmpty();
  }

  @Test
  void aPortThatIsNotGivenDependsOnEncryption() {
    assertThat(find(Map.of("DOCKER_HOST", "tcp://10.0.0.2", "DOCKER_TLS_VERIFY", "1")).uri())
        .hasToString("tcp://10.0.0.2:2376");
    assertThat(find(Map.of("DOCKER_HOST", "10.0.0.2")).uri()).hasToString("tcp://10.0.0.2:2375");
  }

  @Test
  void anUnknownContextIsRefused() {
    refused(Map.of("DOCKER_CONTEXT", "nowhere"), "\"nowhere\" is not defined");
  }

  @Test
  void anAddressBehindSshHasAHostAndNoPassword() {
    assertThat(find(Map.of("DOCKER_HOST", "ssh://me@host:2222")))
        .hasToString("ssh://me@host:2222 (from DOCKER_HOST)");
    refused(
        Map.of("DOCKER_HOST", "ssh://me:hunter2@host"), "a password has no place in an address");
    assertThat(find(Map.of("DOCKER_HOST", "ssh://my_host/run/docker.sock")).uri())
        .hasToString("ssh://my_host/run/docker.sock");
    refused(Map.of("DOCKER_HOST", "ssh:///socket"), "it names no host");
    refused(Map.of("DOCKER_HOST", "ssh://host?a=b"), "only the path of a socket");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    refused(Map.of("DOCKER_HOST", "ftp://host"), "begins with unix://, tcp://, ssh:// or npipe://");
    refused(Map.of("DOCKER_HOST", "tcp://a b"), "is not the address of an engine");
  }

  @Test
  void noEngineIsToldInOneLine() {
    String socket = home.resolve("none.sock").toString();
    try (Engine engine = engine(Map.of("DOCKER_HOST", "unix://" + socket))) {
      Trial.refused(EngineException.Kind.UNREACHABLE, engine::info)
          .withMessage(
              "cannot reach an engine at unix://%s (from DOCKER_HOST): there is no such socket; start the engine there, or unset DOCKER_HOST to use the default socket"
                  .formatted(socket));
    }
  }

  @Test
  void aPortWhereNobodyListensIsUnreachable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (Engine engine = engine(Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + port))) {
      Trial.refused(EngineException.Kind.UNREACHABLE, engine::info)
          .withMessageContaining("tcp://127.0.0.1:" + port + " (from DOCKER_HOST)");
    }
  }

  @Test
  void aHostThatJavaCannotNameIsRefused() {
    refused(Map.of("DOCKER_HOST", "tcp://my_host:2375"), "\"my_host:2375\" is not the name of a");
  }

  private EngineAddress find(Map<String, String> environment) {
    return new EngineDiscovery(CliConfig.of(withHome(environment))).find();
  }

  private void refused(Map<String, String> environment, String reason) {
    Trial.refused(EngineException.Kind.UNREACHABLE, () -> find(environment))
        .withMessageContaining(reason);
  }

  private Engine engine(Map<String, String> environment) {
    return new DockerEngine(withHome(environment));
  }

  private Map<String, String> withHome(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("HOME", home.toString());
    return all;
  }

  private void context(String name, String host) throws IOException {
    Path meta = home.resolve(".docker/contexts/meta").resolve(REMOTE_ID);
    Files.createDirectories(meta);
    Files.writeString(
        meta.resolve("meta.json"),
        "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(name, host));
  }
}
