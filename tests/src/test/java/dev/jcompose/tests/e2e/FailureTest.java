package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Run;
import dev.jcompose.tests.e2e.Program.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a person gets when something is wrong, and that the next `up` mends it.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class FailureTest {
  @Test
  void aTakenPortIsReportedInTheEnginesWordsAndMendedByTheNextUp(
      @TempDir Path folder, Engine engine) throws IOException, InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      int port;
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = taken.getLocalPort();
        project.file(
            "compose.yaml",
            """
            services:
              web:
                image: busybox
                command: httpd -f -p 80
                stop_signal: SIGKILL
                ports: ["127.0.0.1:%d:80"]
            """
                .formatted(port));

        Run up = project.jcompose("up", "-d");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err())
            .contains("web")
            .contains(Integer.toString(port))
            .contains("address already in use")
            .doesNotContain("\tat ");
      }
      project.jcompose("up", "-d").ok();
      assertThat(project.containers()).allMatch(container -> container.status().isRunning());
      assertThat(project.jcompose("plan").ok().out()).contains("Nothing to do");
    }
  }

  @Test
  void aMissingImageIsReportedAndNothingIsMade(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web: {image: "127.0.0.1:9/no/such:image"}
            db: {image: busybox, command: sleep 600}
          """);

      Run up = project.jcompose("up", "-d");

      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.err()).contains("web").contains("127.0.0.1:9/no/such:image");
      assertThat(project.containers()).isEmpty();
    }
  }

  @Test
  void aFailingHealthCheckIsReportedWithWhatItSaid(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            db:
              image: busybox
              command: ["sh", "-c", "echo the database cannot find its disk; exec sleep 600"]
              stop_signal: SIGKILL
              healthcheck:
                test: ["CMD-SHELL", "echo no disk here; exit 1"]
                interval: 1s
                retries: 2
            web:
              image: busybox
              command: sleep 600
              depends_on: {db: {condition: service_healthy}}
          """);

      Run up = project.jcompose("up", "-d");

      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.err())
          .contains("db")
          .contains("unhealthy")
          .contains("no disk here")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aContainerThatExitsIsReportedWithItsLastWords(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              command: ["sh", "-c", "echo cannot read my settings >&2; exit 3"]
          """);

      Run up = project.jcompose("up", "--wait");

      assertThat(up.exitCode()).isNotZero();
      assertThat(up.err()).contains("web").contains("3").contains("cannot read my settings");
    }
  }

  @Test
  void waitTimeoutEndsInFailure(@TempDir Path folder, Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              command: sleep 600
              stop_signal: SIGKILL
              healthcheck: {test: ["CMD", "false"], interval: 1s, start_period: 10m}
          """);

      Run up = project.jcompose("up", "--wait", "--wait-timeout", "3");

      assertThat(up.exitCode()).isNotZero();
      assertThat(up.err()).contains("web");
    }
  }

  @Test
  void interruptedWhileWaitingItEndsAndTheNextUpConverges(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      String file =
          """
          services:
            db:
              image: busybox
              command: sleep 600
              stop_signal: SIGKILL
              healthcheck: {test: ["CMD", "test", "-e", "/ready"], interval: 1s, start_period: 10m}
              volumes: ["./ready:/ready-from-host:ro"]
            web:
              image: busybox
              command: sleep 600
              stop_signal: SIGKILL
              depends_on: {db: {condition: service_healthy}}
          """;
      project.file("ready", "").file("compose.yaml", file);
      try (Running up = project.startJcompose("up", "-d")) {
        Eventually.that(() -> isRunning(project, "db-1"));
        up.interrupt();
        assertThat(up.end().exitCode()).isEqualTo(130);
      }
      project.file("compose.yaml", file.replace("\"/ready\"", "\"/ready-from-host\""));

      project.jcompose("up", "-d").ok();

      assertThat(project.containers())
          .hasSize(2)
          .allMatch(container -> container.status().isRunning());
    }
  }

  @Test
  void withoutAnEngineOneLineSaysWhereItWasLookedFor(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", "services: {web: {image: busybox}}\n");
      Run up =
          Program.jcompose()
              .run(folder, Map.of("DOCKER_HOST", "unix:///nonexistent/docker.sock"), "up", "-d");
      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.err())
          .contains("/nonexistent/docker.sock")
          .contains("DOCKER_HOST")
          .doesNotContain("\tat ");
    }
  }

  private static boolean isRunning(TestProject project, String suffix) {
    try {
      return project.containers().stream()
          .anyMatch(
              container -> container.name().endsWith(suffix) && container.status().isRunning());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
