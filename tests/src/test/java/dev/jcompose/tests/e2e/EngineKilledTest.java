package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.docker.DockerEngine;
import dev.jcompose.tests.e2e.Program.Run;
import dev.jcompose.tests.e2e.Program.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine is killed and started again while commands wait for something.
@NeedsEngine
final class EngineKilledTest {
  private static final String FILE =
      """
      services:
        db:
          image: busybox
          command: ["sh", "-c", "while true; do echo tick; sleep 0.2; done"]
          restart: always
          stop_signal: SIGKILL
          volumes: ["./now:/now:ro"]
          healthcheck: {test: ["CMD", "test", "-e", "/now/ready"], interval: 1s, retries: 600}
        web:
          image: busybox
          command: sleep 600
          stop_signal: SIGKILL
          depends_on: {db: {condition: service_healthy}}
      """;

  @Test
  void commandsThatWaitEndOrGoOnAndTheNextUpConverges(@TempDir Path folder, @TempDir Path files)
      throws IOException, InterruptedException {
    EngineSocket machine = EngineSocket.required();
    NeedsEngine.Condition.assume(OwnEngine.isPossible(), "no second engine can be started");
    try (var own = new OwnEngine(folder)) {
      own.socket().takeImage(machine, "busybox");
      try (Engine engine = new DockerEngine(Map.of("DOCKER_HOST", own.socket().address()));
          var project = new TestProject(files, engine)) {
        project
            .variable("DOCKER_HOST", own.socket().address())
            .file("now/nothing", "")
            .file("compose.yaml", FILE);
        upSurvives(own, project);
        project.jcompose("up", "-d", "--wait").ok();
        assertThat(project.jcompose("plan", "--detailed-exitcode").exitCode()).isZero();
        logsAndWaitSurvive(own, project);
      }
    }
  }

  private static void upSurvives(OwnEngine own, TestProject project)
      throws IOException, InterruptedException {
    try (Running up = project.startJcompose("up", "-d", "--wait")) {
      Eventually.that(() -> up.soFar().contains("db-1  Waiting"));
      own.kill();
      own.restart();
      project.file("now/ready", "");
      endsInWords(up);
    }
  }

  private static void logsAndWaitSurvive(OwnEngine own, TestProject project)
      throws IOException, InterruptedException {
    try (Running logs = project.startJcompose("logs", "-f", "-n", "1", "db");
        Running ends = project.startJcompose("wait", "web")) {
      Eventually.that(() -> logs.soFar().contains("tick"));
      own.kill();
      own.restart();
      endsInWords(ends);
      project.jcompose("up", "-d", "--wait").ok();
      assertThat(project.jcompose("plan", "--detailed-exitcode").exitCode()).isZero();
      project.jcompose("down", "-t", "0").ok();
      assertThat(project.leftovers()).isEmpty();
      endsInWords(logs);
    }
  }

  private static void endsInWords(Running running) throws InterruptedException {
    Run run = running.endWithin(3);
    assertThat(run.err()).doesNotContain("\tat ");
    if (run.exitCode() == 1) {
      assertThat(run.err()).contains("error");
    }
  }
}
