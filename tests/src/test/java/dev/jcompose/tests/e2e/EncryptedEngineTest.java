package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.docker.DockerEngine;
import dev.jcompose.tests.e2e.Program.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An engine that is reached by TLS, and lets in those only whose key it knows.
@NeedsEngine
@Timeout(240)
final class EncryptedEngineTest {
  private static final String FILE =
      """
      services:
        web: {image: busybox, command: sleep 600, stop_signal: SIGKILL, network_mode: none}
        clock:
          image: busybox
          command: sh -c 'until test -e /go; do echo tick; sleep 0.1; done; exit 4'
          stop_signal: SIGKILL
          network_mode: none
      """;

  private static final String MAKE_KEYS =
      """
      set -e
      ca() {
        openssl req -x509 -newkey rsa:2048 -nodes -keyout $1/ca-key.pem -out $1/ca.pem \\
          -days 2 -subj /CN=ca
      }
      signed() {
        openssl req -newkey rsa:2048 -nodes -keyout $2 -out request -subj /CN=$1
        printf 'subjectAltName=IP:127.0.0.1\\nextendedKeyUsage=serverAuth,clientAuth' > extensions
        openssl x509 -req -in request -CA ca.pem -CAkey ca-key.pem -CAcreateserial -out $3 \\
          -days 2 -extfile extensions
      }
      mkdir client stranger
      ca .
      signed server server-key.pem server.pem
      signed client client/key.pem client/cert.pem
      cp ca.pem client
      cp client/*.pem stranger
      ca stranger
      """;

  @Test
  void processesAreTalkedToAndStrangersAreNot(
      @TempDir Path folder, @TempDir Path keys, @TempDir Path files) throws Exception {
    EngineSocket machine = EngineSocket.required();
    NeedsEngine.Condition.assume(
        OwnEngine.isPossible() && OwnEngine.isThere("openssl"), "no second engine can be started");
    new Program(List.of("sh", "-c")).run(keys, Map.of(), MAKE_KEYS).ok();
    int port = freePort();
    try (var own = OwnEngine.encrypted(folder, port, keys)) {
      own.socket().takeImage(machine, "busybox");
      try (Engine engine = new DockerEngine(Map.of("DOCKER_HOST", own.socket().address()));
          var project = new TestProject(files, engine)) {
        project
            .variable("DOCKER_HOST", "tcp://127.0.0.1:" + port)
            .variable("DOCKER_TLS_VERIFY", "1")
            .variable("DOCKER_CERT_PATH", keys.resolve("client").toString())
            .file("compose.yaml", FILE);
        assertProcessesAreTalkedTo(project);

        project.variable("DOCKER_CERT_PATH", keys.resolve("stranger").toString());
        assertThat(project.jcompose("ps").err()).contains("PKIX path");
        project
            .variable("DOCKER_CERT_PATH", keys.resolve("client").toString())
            .variable("DOCKER_HOST", "tcp://localhost:" + port);
        assertThat(project.jcompose("ps").err()).contains("No name matching localhost");
        project.variable("DOCKER_HOST", "tcp://127.0.0.1:" + port);
      }
    }
  }

  private static void assertProcessesAreTalkedTo(TestProject project)
      throws IOException, InterruptedException {
    project.jcompose("up", "-d").ok();
    Path words = Files.writeString(project.folder().resolve("words"), "one two\n");
    assertThat(project.jcomposeReading(words, "exec", "-T", "web", "wc", "-w").ok().out())
        .isEqualTo("2\n");
    assertThat(project.jcomposeReading(words, "run", "--rm", "-T", "web", "cat").ok().out())
        .isEqualTo("one two\n");
    assertThat(project.jcompose("exec", "-T", "web", "sh", "-c", "exit 7").exitCode()).isEqualTo(7);
    try (Running attached = project.startJcompose("attach", "--no-stdin", "clock")) {
      Eventually.that(() -> attached.soFar().contains("tick"));
      project.jcompose("exec", "-T", "clock", "touch", "/go").ok();
      assertThat(attached.end().exitCode()).isEqualTo(4);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
