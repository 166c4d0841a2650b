package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Configs and secrets are in containers as asked for, and nowhere else.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class FilesTest {
  private static final String LISTED =
      "cd /run/secrets && stat -c '%n %u:%g %a' * && cat token && echo && stat -c '%n %u:%g %a' /srv/app/*";

  private static String project(String readOnly) {
    return """
    services:
      web:
        image: busybox
        read_only: READ_ONLY
        command: ["sh", "-c", "COMMAND; exec sleep 600"]
        stop_signal: SIGKILL
        secrets:
          - token
          - {source: token, target: own, uid: "33", gid: "34", mode: 0400}
          - {source: key, target: key, uid: "65534", mode: 0440}
        configs:
          - {source: settings, target: /srv/app/settings, mode: 0640}
    secrets:
      token: {environment: TOKEN}
      key: {file: ./key.pem}
    configs:
      settings: {content: "level: ${LEVEL:-1}"}
    """
        .replace("READ_ONLY", readOnly)
        .replace("COMMAND", LISTED);
  }

  private static void haveOwnersAndModes(TestProject project) throws InterruptedException {
    project.file("key.pem", "key");
    project.variable("TOKEN", "opensesame");
    project.jcompose("up", "-d").ok();
    Eventually.that(() -> log(project).contains("/srv/app/settings"));
    assertThat(log(project).lines())
        .contains("token 0:0 444", "own 33:34 400", "key 65534:0 440")
        .contains("/srv/app/settings 0:0 640")
        .anyMatch(line -> line.startsWith("opensesame"));
    assertThat(project.jcompose("plan").ok().out()).contains("Nothing to do");
  }

  private static String log(TestProject project) {
    try {
      return project.jcompose("logs", "--no-log-prefix").ok().out();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void filesHaveTheirOwnersAndModes(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", project("false"));
      haveOwnersAndModes(project);
    }
  }

  @Test
  void filesReachReadOnlyContainersAndLeaveNothingBehind(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", project("true"));
      haveOwnersAndModes(project);
      var before = engine.volumes(project.name());
      assertThat(before).as("one for each directory").hasSize(2);

      project.jcompose("up", "-d", "--force-recreate").ok();
      assertThat(engine.volumes(project.name())).hasSize(2).doesNotContainAnyElementsOf(before);

      project.jcompose("down").ok();
      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void aReadOnlyContainerNeedsADirectoryForItsFiles(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web: {image: busybox, read_only: true, configs: [settings]}
          configs:
            settings: {content: x}
          """);
      assertThat(project.jcompose("up", "-d").err())
          .contains(
              "config settings needs a `target` in a directory, as the container is read-only");
      assertThat(project.leftovers()).isEmpty();
    }
  }
}
