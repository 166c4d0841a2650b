package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.tests.e2e.Program.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Docker compose and jcompose take over each other's projects.
@NeedsEngine
@NeedsReference
@ExtendWith(EngineParameter.class)
final class InteroperationTest {
  /// One of each: what decides a recreate is not to differ for any of it.
  private static final String STACK =
      """
      services:
        web:
          image: busybox
          command: httpd -f -p 80
          stop_signal: SIGKILL
          init: true
          environment: {A: "1", B: "<&>"}
          labels: {team: blue}
          ports: ["127.0.0.1::80"]
          networks: {front: {aliases: [site]}, back: {}}
          depends_on: {db: {condition: service_healthy}}
          deploy: {resources: {limits: {cpus: "0.5", memory: 64M}}}
          configs: [{source: page, target: /www/page}]
          secrets: [password]
        db:
          image: busybox
          command: sleep 600
          stop_signal: SIGKILL
          networks: [back]
          volumes: ["data:/data", "./here:/here:ro", "/anonymous"]
          healthcheck: {test: ["CMD", "true"], interval: 1s}
          ulimits: {nofile: 1024}
        side:
          image: busybox
          command: sleep 600
          stop_signal: SIGKILL
          network_mode: service:db
        twins:
          image: busybox
          command: sleep 600
          stop_signal: SIGKILL
          networks: [back]
          scale: 2
      networks:
        front:
        back: {internal: true}
      volumes:
        data:
      configs:
        page: {file: ./page.html}
      secrets:
        password: {file: ./password.txt}
      """;

  private static TestProject stack(Path folder, Engine engine) {
    return new TestProject(folder, engine)
        .file("compose.yaml", STACK)
        .file("page.html", "hello")
        .file("password.txt", "open sesame")
        .file("here/it.txt", "it");
  }

  @Test
  void jcomposeTakesOverAProjectOfDockerCompose(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = stack(folder, engine)) {
      project.reference("up", "-d").ok();
      Map<String, String> before = project.containerIds();
      assertThat(before).hasSize(5);

      assertThat(project.jcompose("plan").ok().out()).contains("Nothing to do");
      project.jcompose("up", "-d").ok();

      assertThat(project.containerIds()).isEqualTo(before);
    }
  }

  @Test
  void dockerComposeTakesOverAProjectOfJcompose(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = stack(folder, engine)) {
      project.jcompose("up", "-d").ok();
      Map<String, String> before = project.containerIds();
      assertThat(before).hasSize(5);

      project.reference("up", "-d").ok();

      assertThat(project.containerIds()).isEqualTo(before);
    }
  }

  @Test
  void psAgrees(@TempDir Path folder, Engine engine) throws InterruptedException {
    try (TestProject project = stack(folder, engine)) {
      project.jcompose("up", "-d").ok();

      assertThat(sortedLines(project.jcompose("ps", "-q").ok()))
          .isEqualTo(sortedLines(project.reference("ps", "-q").ok()));
      assertThat(sortedLines(project.jcompose("ps", "--services").ok()))
          .isEqualTo(sortedLines(project.reference("ps", "--services").ok()));
    }
  }

  @Test
  void dockerComposeTakesDownWhatJcomposeMade(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = stack(folder, engine)) {
      project.jcompose("up", "-d").ok();

      project.reference("down", "-v", "-t", "0").ok();

      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void jcomposeTakesDownWhatDockerComposeMade(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = stack(folder, engine)) {
      project.reference("up", "-d").ok();

      project.jcompose("down", "-v", "-t", "0").ok();

      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void downNeedsNoFile(@TempDir Path folder, @TempDir Path elsewhere, Engine engine)
      throws InterruptedException {
    try (TestProject project = stack(folder, engine)) {
      project.reference("up", "-d").ok();

      Run down =
          Program.jcompose()
              .run(elsewhere, Map.of(), "-p", project.name().value(), "down", "-v", "-t", "0");

      assertThat(down.ok().err()).contains("web-1");
      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void aRecreateIsSeenByBoth(@TempDir Path folder, Engine engine) throws InterruptedException {
    try (TestProject project = stack(folder, engine)) {
      project.reference("up", "-d").ok();
      project.file("compose.yaml", STACK.replace("A: \"1\"", "A: \"2\""));

      project.jcompose("up", "-d").ok();

      Map<String, String> after = project.containerIds();
      project.reference("up", "-d").ok();
      assertThat(project.containerIds()).isEqualTo(after);
      assertThat(project.containers())
          .extracting(ObservedContainer::name)
          .doesNotContain("replace");
    }
  }

  private static List<String> sortedLines(Run run) {
    return run.out().lines().sorted().toList();
  }
}
