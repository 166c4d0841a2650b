package dev.jcompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.docker.DockerEngine;
import dev.jcompose.model.ProjectName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The examples of `docs/library.md`, word for word, on a real engine.
@Tag("engine")
@Timeout(120)
final class LibraryExamplesTest {
  /// It says when it is ready, and serves what is in `/tmp` to loopback.
  private static final String STACK =
      """
      services:
        web:
          image: ${IMAGE:-busybox}
          init: true
          command: sh -c "echo it works >/tmp/index.html; echo ready; exec httpd -f -p 80 -h /tmp"
          ports: ["127.0.0.1::80"]
          volumes: ["data:/data"]
          healthcheck: {test: wget -q -O /dev/null 127.0.0.1, interval: 500ms}
      volumes: {data: {}}
      """;

  private final String name = "jclibrary-" + Long.toHexString(System.nanoTime());
  private final List<String> seen = new ArrayList<>();
  private final List<String> reported = new ArrayList<>();
  private final List<String> visited = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void needsEngine() throws Exception {
    try (Engine engine = new DockerEngine(System.getenv())) {
      if (engine.image("busybox").isEmpty()) {
        skip("the engine has no image busybox");
      }
    } catch (EngineException e) {
      skip(e.getMessage());
    }
    Files.writeString(folder.resolve("compose.yaml"), "name: %s\n%s".formatted(name, STACK));
    Files.writeString(folder.resolve("page.html"), "copied");
  }

  private static void skip(String reason) {
    if ("required".equals(System.getProperty("jcompose.engine"))) {
      throw new AssertionError("tests with an engine are required: " + reason);
    }
    abort("skipped, as it needs an engine: " + reason);
  }

  @AfterEach
  void leaveNothingBehind() throws Exception {
    try (var project = Compose.existing(name).load()) {
      project.down(DownOptions.DEFAULTS.removingVolumes().removingOrphans());
    }
  }

  @Test
  void fromAFileToAMappedPortAndBack() throws Exception {
    try (var project = Compose.load(folder)) {
      project.up(UpOptions.DEFAULTS.untilReady(), progress -> seen.add(progress.describe()));
      var address = project.service("web").address(80);
      visit(address.host(), address.port());
      project.down(DownOptions.DEFAULTS.removingVolumes());
    }
    assertThat(visited).containsExactly("it works\n");
    assertThat(seen).anyMatch(line -> line.startsWith(name + "-web-1, start, missing: done in "));
    try (var engine = new DockerEngine(System.getenv())) {
      assertThat(engine.containers(new ProjectName(name))).isEmpty();
      assertThat(engine.networks(new ProjectName(name))).isEmpty();
      assertThat(engine.volumes(new ProjectName(name))).isEmpty();
    }
  }

  @Test
  void whatIsLoaded() throws Exception {
    Files.writeString(
        folder.resolve("compose.test.yaml"), "services: {web: {environment: {TAG: $TAG}}}");
    var project =
        Compose.files(folder.resolve("compose.yaml"), folder.resolve("compose.test.yaml"))
            .env("TAG", "1.2")
            .projectName("shop-test")
            .profiles("debug")
            .engine("unix:///var/run/docker.sock")
            .load();
    try (project) {
      assertThat(project.name()).isEqualTo("shop-test");
      assertThat(project.services()).containsExactly("web");
      assertThat(project.warnings()).isEmpty();
    }
  }

  @Test
  void planFirst() throws Exception {
    try (var project = Compose.load(folder)) {
      ProjectPlan plan = project.plan();
      for (Change change : plan.changes()) {
        report(change.subject() + ": " + change.action() + ", because " + change.reason());
      }
    }
    assertThat(reported).contains(name + "-web-1: create container, because missing");
  }

  @Test
  void aService() throws Exception {
    try (var project = Compose.load(folder)) {
      project.up();
      Service web = project.service("web");
      web.await(Condition.httpAnswer(80, "/"), Duration.ofSeconds(30));
      List<String> ids = web.containerIds();
      CommandResult result = web.exec("sh", "-c", "echo hello; exit 3");
      ExecOptions asNobody = ExecOptions.DEFAULTS.user("nobody").input("one\ntwo\n");
      CommandResult count = web.exec(asNobody, "wc", "-l");
      web.copyIn(folder.resolve("page.html"), "/tmp/page.html");
      web.copyOut("/tmp/page.html", folder.resolve("copy.html"));
      try (Stream<LogEntry> log = web.logs(Logs.SO_FAR)) {
        log.map(LogEntry::text).forEach(this::report);
      }
      assertThat(ids).hasSize(1);
      assertThat(result).isEqualTo(new CommandResult(3, "hello\n", ""));
      assertThat(count).isEqualTo(new CommandResult(0, "2\n", ""));
      assertThat(folder.resolve("copy.html")).hasContent("copied");
      assertThat(reported).containsExactly("ready");
      project.stop();
      assertThat(web.isRunning()).isFalse();
      assertThat(web.awaitExit()).isEqualTo(143);
      project.start();
      assertThat(web.isRunning()).isTrue();
    }
  }

  @Test
  void aCommandRunsAsToldTo() throws Exception {
    try (var project = Compose.load(folder)) {
      project.up();
      Service web = project.service("web");
      var told = ExecOptions.DEFAULTS.user("nobody").workingDirectory("/tmp").env("WHO", "me");
      assertThat(web.exec(told, "sh", "-c", "id -un; pwd; echo $WHO").output())
          .isEqualTo("nobody\n/tmp\nme\n");
      var much = "line\n".repeat(200_000);
      assertThat(web.exec(told.input(much), "wc", "-l").output().strip()).isEqualTo("200000");
      assertThat(web.exec(told.input(much), "true").succeeded()).isTrue();
    }
  }

  @Test
  void aServiceFailsAndComesBack() throws Exception {
    try (var project = Compose.load(folder)) {
      project.up();
      Service web = project.service("web");
      project.pause("web");
      assertThatThrownBy(() -> web.await(Condition.httpAnswer(80, "/"), Duration.ofSeconds(1)))
          .isInstanceOf(ComposeException.class);
      project.unpause("web");
      web.await(Condition.httpAnswer(80, "/"), Duration.ofSeconds(30));
      project.stop("web");
      assertThat(web.isRunning()).isFalse();
      project.start("web");
      web.await(Condition.httpAnswer(80, "/"), Duration.ofSeconds(30));
    }
  }

  /// The engine's relay takes connections to the port at once, the server behind it two seconds
  /// later.
  @Test
  void aPortIsOpenWhenSomethingInTheContainerListens() throws Exception {
    var slow = STACK.replace("exec httpd", "sleep 2; touch /tmp/listens; exec httpd");
    Files.writeString(folder.resolve("compose.yaml"), "name: %s\n%s".formatted(name, slow));
    try (var project = Compose.load(folder)) {
      project.up();
      Service web = project.service("web");
      web.await(Condition.openPort(80), Duration.ofSeconds(30));
      assertThat(web.exec("ls", "/tmp/listens").succeeded()).isTrue();
    }
  }

  private void report(String line) {
    reported.add(line);
  }

  private void visit(String host, int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port)).build();
      visited.add(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }
}
