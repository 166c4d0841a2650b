package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Commands that look at containers, or get at what is in them.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class LookingTest {
  private static final String TWO_SERVICES =
      """
      services:
        web:
          image: busybox
          command: ["sleep", "600"]
          stop_signal: SIGKILL
          ports: ["127.0.0.1::80", "127.0.0.1::53/udp"]
          volumes: ["data:/data"]
          labels: {team: red}
        db:
          image: busybox
          command: ["sleep", "600"]
          stop_signal: SIGKILL
      volumes:
        data:
      """;

  @Test
  void projectsMeasurementsAndEventsAreShown(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();

      assertThat(project.jcompose("ls", "--filter", "name=^" + project.name() + "$").ok().out())
          .contains(
              project.name() + "   ", "running(2)", folder.resolve("compose.yaml").toString());
      assertThat(
              project
                  .jcompose("stats", "--no-stream", "--format", "{{.Name}} {{.PIDs}}")
                  .ok()
                  .out())
          .contains(project.name() + "-web-1 1");
      project.jcompose("kill", "db").ok();
      assertThat(
              project
                  .jcompose("events", "--json", "--since", "5m", "--until", "0s", "db")
                  .ok()
                  .out())
          .contains("\"action\":\"die\"", "\"service\":\"db\"")
          .doesNotContain("-web-1");
    }
  }

  @Test
  void aCommandInAContainerHasItsExitCodeAndItsInput(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();

      assertThat(project.jcompose("exec", "-T", "web", "sh", "-c", "exit 7").exitCode())
          .isEqualTo(7);
      Run split = project.jcompose("exec", "-T", "web", "sh", "-c", "echo one; echo two >&2");
      assertThat(split.out()).isEqualTo("one\n");
      assertThat(split.err()).isEqualTo("two\n");
      assertThat(project.jcompose("exec", "-T", "web", "nosuch").exitCode()).isBetween(126, 127);
      project.jcompose("exec", "-d", "web", "touch", "/tmp/made").ok();
      project
          .jcompose("exec", "-T", "web", "sh", "-c", "until test -e /tmp/made; do sleep 0.1; done")
          .ok();
    }
  }

  @Test
  void filesGoInAndOut(@TempDir Path folder, Engine engine)
      throws InterruptedException, IOException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES).file("in/a.txt", "hello\n");
      project.jcompose("up", "-d", "--scale", "db=2").ok();

      project.jcompose("cp", "in/.", "db:/tmp").ok();
      assertThat(
              project.jcompose("exec", "-T", "--index", "2", "db", "cat", "/tmp/a.txt").ok().out())
          .isEqualTo("hello\n");
      project.jcompose("cp", "db:/tmp", "out").ok();
      project.jcompose("export", "-o", "all.tar", "db").ok();

      assertThat(folder.resolve("out/a.txt")).hasContent("hello\n");
      assertThat(Files.size(folder.resolve("all.tar"))).isGreaterThan(1_000_000);
    }
  }

  @Test
  void aFileOfContainersDescribesThemAsTheyAre(@TempDir Path folder, Engine engine)
      throws IOException, InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              command: ["sleep", "600"]
              stop_signal: SIGKILL
              environment: {PRICE: "5$$"}
              cap_add: [NET_ADMIN]
              mem_limit: 64m
              ulimits: {nofile: {soft: 100, hard: 200}}
              healthcheck: {test: [CMD, test, a, "=", "a b"], interval: 1h}
              ports: ["127.0.0.1::80"]
              volumes: [data:/data, "/etc:/here:ro"]
              networks: [back, default]
              depends_on: [db]
              scale: 2
            db: {image: busybox, command: sleep 600, stop_signal: SIGKILL, restart: always}
          networks: {back: {internal: true}}
          volumes: {data: {}}
          """);
      project.jcompose("up", "-d").ok();
      String name = project.name().value();
      String file =
          project.jcompose("generate", name + "-web-1", name + "-web-2", name + "-db-1").ok().out();
      project.file("compose.yaml", file);

      assertThat(file).contains("scale: 2", "PRICE: \"5$$\"", "internal: true");
      assertThat(project.jcompose("plan", "--detailed-exitcode").ok().out())
          .contains("Nothing to do");
    }
  }

  @Test
  void anImageIsMadeOfAContainer(@TempDir Path folder, Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();
      String image = project.name() + "-made:1";
      try {
        String id =
            project.jcompose("commit", "-c", "CMD [\"true\"]", "web", image).ok().out().strip();
        assertThat(engine.image(image).orElseThrow().id().value()).isEqualTo(id);
      } finally {
        engine.removeImage(image);
      }
    }
  }
}
