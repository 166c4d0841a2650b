package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Run;
import dev.jcompose.tests.e2e.Program.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What CI jobs are made of: `lint`, and a project for one command by `test`.
@NeedsEngine
@ExtendWith(EngineParameter.class)
@Timeout(180)
final class JobTest {
  private static final String SITE =
      """
      services:
        web:
          image: busybox
          command: sh -c "sleep 1; echo hello > index.html; echo serving; exec httpd -f -p 80"
          working_dir: /srv
          stop_signal: SIGKILL
          ports: ["127.0.0.1::80"]
          volumes: ["data:/srv"]
          healthcheck: {test: ["CMD", "test", "-e", "/srv/index.html"], interval: 1s, retries: 30}
        other:
          image: busybox
          command: sleep 600
          stop_signal: SIGKILL
      volumes: {data: {}}
      """;

  /// Asks `web` by HTTP.
  private static final String ASK =
      "exec 3<>/dev/tcp/$WEB_HOST/$WEB_PORT_80; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; tail -n 1 <&3";

  @Test
  void theCommandReachesWhatIsReadyAndNothingIsLeft(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", SITE);

      Run good = project.jcompose("test", "--services", "web", "--", "bash", "-c", ASK);
      assertThat(good.ok().out()).isEqualTo("hello\n");
      assertThat(good.err()).contains("web-1  Healthy").doesNotContain("other-1");
      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void aFailureIsSavedAndPassedOn(@TempDir Path folder, Engine engine)
      throws InterruptedException, IOException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", SITE);

      Run bad = project.jcompose("test", "--logs", "failure", "--", "sh", "-c", "exit 42");
      assertThat(bad.exitCode()).isEqualTo(42);
      assertThat(project.leftovers()).isEmpty();
      Path saved = folder.resolve("failure");
      String web = project.name() + "-web-1";
      assertThat(saved.resolve("logs/" + web + ".log")).content().contains("Z serving\n");
      assertThat(saved.resolve("inspect/" + web + ".json"))
          .content()
          .contains("\"Healthcheck\": {");
      assertThat(saved.resolve("ps.txt")).content().contains(web, "(healthy)");
      assertThat(saved.resolve("plan.txt")).content().contains("create container");
      assertThat(Files.readAllLines(saved.resolve("ps.json"))).hasSize(2);
    }
  }

  @Test
  void aProjectThatDoesNotGetWellIsSavedAndRemoved(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              command: sh -c "echo no database; exit 3"
          """);

      Run bad = project.jcompose("test", "--logs", "failure", "--", "touch", "ran");
      assertThat(bad.exitCode()).isEqualTo(1);
      assertThat(bad.err()).contains("no database");
      assertThat(folder.resolve("ran")).doesNotExist();
      assertThat(folder.resolve("failure/logs/" + project.name() + "-web-1.log"))
          .content()
          .contains("no database");
      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void whatTakesTooLongIsEnded(@TempDir Path folder, Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", SITE);

      Run late =
          project.jcompose(
              "test", "--services", "other", "--timeout", "8", "--", "sh", "-c", "sleep 600; true");
      assertThat(late.exitCode()).isEqualTo(124);
      assertThat(late.err()).contains("time is up");
      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void anInterruptEndsTheCommandAndRemovesTheProject(@TempDir Path folder, Engine engine)
      throws InterruptedException, IOException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", SITE);

      String command = "echo $$ > process; exec sleep 600";
      try (Running running =
          project.startJcompose("test", "--services", "other", "--", "sh", "-c", command)) {
        Eventually.that(() -> Files.exists(folder.resolve("process")));
        running.interrupt();
        assertThat(running.end().exitCode()).isEqualTo(130);
      }
      assertThat(project.leftovers()).isEmpty();
      long process = Long.parseLong(Files.readString(folder.resolve("process")).strip());
      assertThat(ProcessHandle.of(process)).isEmpty();
    }
  }

  @Test
  void aSecondInterruptKillsWhatTakesItsTimeToStop(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          "services: {slow: {image: busybox, command: sleep 600, stop_grace_period: 5m}}");

      try (Running running = project.startJcompose("test", "--", "sleep", "600")) {
        Eventually.that(() -> running.soFar().contains("Running sleep"));
        running.interrupt();
        Eventually.that(() -> running.soFar().contains("Stopping"));
        running.interrupt();
        assertThat(running.endWithin(1).exitCode()).isEqualTo(130);
      }
      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void aSecondTestOfTheProjectWaitsForTheFirst(@TempDir Path folder, Engine engine)
      throws InterruptedException, IOException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", SITE);

      String command = "touch begun; until test -e go; do sleep 0.1; done; touch ended";
      try (Running first = project.startJcompose(test("sh", "-c", command))) {
        Eventually.that(() -> Files.exists(folder.resolve("begun")));
        try (Running second = project.startJcompose(test("test", "-e", "ended"))) {
          Eventually.that(() -> second.soFar().contains("Waiting: project"));
          Files.createFile(folder.resolve("go"));
          first.end().ok();
          second.end().ok();
        }
      }
      assertThat(project.leftovers()).isEmpty();
    }
  }

  private static String[] test(String... command) {
    return Stream.concat(Stream.of("test", "--services", "other", "--"), Stream.of(command))
        .toArray(String[]::new);
  }

  @Test
  void filesAreLintedWithoutAnEngine(@TempDir Path folder)
      throws InterruptedException, IOException {
    Files.writeString(folder.resolve("compose.yaml"), SITE);
    Map<String, String> noEngine = Map.of("DOCKER_HOST", "unix:///nowhere");

    Run found = Program.jcompose().run(folder, noEngine, "lint", "--severity", "warning");
    assertThat(found.exitCode()).isEqualTo(2);
    assertThat(found.out())
        .contains(
            "warning: compose.yaml:3:12: services.web.image: image \"busybox\" has no tag",
            "2 warnings");
    Run notes =
        Program.jcompose()
            .run(folder, noEngine, "lint", "--disable", "unpinned-image", "--format", "sarif");
    assertThat(notes.ok().out()).contains("\"ruleId\":\"no-limits\"");
  }
}
