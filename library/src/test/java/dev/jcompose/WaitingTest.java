package dev.jcompose;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.jcompose.executor.fake.Behaviour;
import dev.jcompose.executor.fake.FakeEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What shows that a service can be used. Its port leads to a server in this program.
@Timeout(30)
final class WaitingTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final FakeEngine engine = new FakeEngine();
  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private HttpServer server;
  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/ready",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    engine.hand().image("busybox");
  }

  @AfterEach
  void stop() {
    server.stop(0);
    engine.close();
  }

  private Service up(Behaviour behaviour, int port) throws Exception {
    engine.behave("web", behaviour);
    var file =
        Files.writeString(
            folder.resolve("compose.yaml"),
            "services: {web: {image: busybox, ports: ['127.0.0.1:%d:80']}}".formatted(port));
    var project =
        Compose.files(file)
            .environment(Map.of("XDG_STATE_HOME", folder.resolve("state").toString()))
            .connector(_ -> engine)
            .load();
    project.up();
    return project.service("web");
  }

  private Service up() throws Exception {
    return up(Behaviour.RUNS, server.getAddress().getPort());
  }

  private static void comes(Service web, Condition condition) {
    assertThatCode(() -> web.await(condition, AMPLE)).doesNotThrowAnyException();
  }

  private static void doesNotCome(Service web, Condition condition, Duration limit, String why) {
    assertThatExceptionOfType(ComposeException.class)
        .isThrownBy(() -> web.await(condition, limit))
        .withMessageStartingWith("service web did not give ")
        .withMessageEndingWith(why);
  }

  @Test
  void aServerIsAsked() throws Exception {
    var web = up();
    comes(web, Condition.httpAnswer(80, "/ready"));
    doesNotCome(web, Condition.httpAnswer(80, "/no"), SHORT, "300 ms: the answer had status 404");
  }

  @Test
  void aPortIsOpenWhenTheConnectionLasts() throws Exception {
    var web = up();
    comes(web, Condition.openPort(80));
  }

  @Test
  void aPortIsNotOpenWhenEachConnectionIsDropped() throws Exception {
    try (var relay = new ServerSocket(0, 0, loopback)) {
      var web = up(Behaviour.RUNS, relay.getLocalPort());
      Thread.ofPlatform().daemon().start(() -> dropAll(relay));
      doesNotCome(web, Condition.openPort(80), SHORT, "was closed at once");
    }
  }

  private static void dropAll(ServerSocket relay) {
    try {
      for (; ; ) {
        relay.accept().close();
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  @Test
  void aPortThatIsNotPublishedIsNamed() throws Exception {
    var web = up();
    doesNotCome(
        web,
        Condition.openPort(81),
        SHORT,
        "no port 81/tcp of service web is published; there are: 80/tcp");
  }

  @Test
  void aCommandIsRepeated() throws Exception {
    var web = up();
    comes(web, Condition.success("true"));
    doesNotCome(web, Condition.success("false"), SHORT, "the exit code was 1");
  }

  @Test
  void aLineMayHaveBeenWrittenBefore() throws Exception {
    var web = up(Behaviour.RUNS.logging("starting", "ready to serve"), 80);
    comes(web, Condition.line("^ready"));
    doesNotCome(web, Condition.line("^serve"), SHORT, "there was none");
  }

  @Test
  void aServiceThatEndsIsNotWaitedFor() throws Exception {
    var web = up(Behaviour.exits(1).logging("no"), 80);
    doesNotCome(web, Condition.line("ready"), AMPLE, "the service has ended");
    doesNotCome(web, Condition.success("true"), AMPLE, "the service has ended");
  }
}
