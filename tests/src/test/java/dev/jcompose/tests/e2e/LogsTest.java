package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What containers write, and nothing else, each line once.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class LogsTest {
  private static final int CONTAINERS = 20;
  private static final int LINES = 500;
  private static final int LONG = 3 << 20;

  private static List<String> numbered(String prefix, String out) {
    return Arrays.stream(out.split("\n", -1)).filter(line -> line.startsWith(prefix)).toList();
  }

  private static List<String> expected(String prefix, int lines) {
    return IntStream.rangeClosed(1, lines).mapToObj(line -> prefix + line).toList();
  }

  @Test
  void noLineOfManyContainersIsLostOrDoubled(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              scale: %d
              network_mode: none
              command: sh -c 'sleep 3; i=0; while [ $$i -lt %d ]; do seq $$((i + 1)) $$((i + 25)); i=$$((i + 25)); usleep 100000; done'
          """
              .formatted(CONTAINERS, LINES));
      project.jcompose("up", "-d").ok();
      var out = project.jcompose("logs", "-f").ok().out();

      for (int number = 1; number <= CONTAINERS; number++) {
        var prefix = "%-6s  | ".formatted("web-" + number);
        assertThat(numbered(prefix, out)).isEqualTo(expected(prefix, LINES));
      }
    }
  }

  @Test
  void containersThatComeAndGoAreFollowed(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              network_mode: none
              stop_signal: SIGKILL
              environment: {RUN: "${RUN:-1}"}
              command: sh -c 'echo run $$RUN; sleep 600'
            db: {image: busybox, network_mode: none, stop_signal: SIGKILL, command: sleep 600}
          """);
      project.jcompose("up", "-d").ok();
      try (var following = project.startJcompose("logs", "-f")) {
        Eventually.that(() -> following.soFar().contains("web-1  | run 1\n"));
        project.jcompose("restart", "web").ok();
        project.jcompose("up", "-d", "--scale", "web=2").ok();
        Eventually.that(() -> following.soFar().contains("web-2  | run 1\n"));
        project.variable("RUN", "2").jcompose("up", "-d", "--scale", "web=2").ok();
        Eventually.that(() -> following.soFar().split("run 2\n", -1).length == 3);
        project.jcompose("kill").ok();

        var out = following.endWithin(1).ok().out();
        assertThat(numbered("web-1  | run 1", out)).hasSize(2);
        assertThat(numbered("web-2  | run 1", out)).hasSize(1);
        assertThat(out).contains("web-1 exited with code 137");
      }
    }
  }

  @Test
  void linesAreFilteredAndPrintedAsJson(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              network_mode: none
              command: sh -c 'echo level=info fine; sleep 0.5; echo "[warn] slow" >&2; sleep 0.5; echo "  at x"; printf part'
            db:
              image: busybox
              network_mode: none
              tty: true
              command: echo at a terminal
            big:
              image: busybox
              network_mode: none
              command: sh -c 'head -c %d /dev/zero | tr "\\\\0" x'
          """
              .formatted(LONG));
      project.jcompose("up", "--menu=false").ok();

      assertThat(project.jcompose("logs", "--level", "warn", "web").ok().out())
          .isEqualTo("web-1  | [warn] slow\nweb-1  |   at x\nweb-1  | part\n");
      assertThat(
              project.jcompose("logs", "--grep", "[xt]$", "--grep-not", " at ", "web").ok().out())
          .isEqualTo("web-1  | part\n");
      assertThat(project.jcompose("logs", "--format", "json", "-n", "3", "web").ok().out())
          .contains("\"service\":\"web\"", "\"message\":\"part\",\"level\":\"warn\"}");
      assertThat(project.jcompose("logs", "--no-log-prefix", "db").ok().out())
          .isEqualTo("at a terminal\n");
      assertThat(project.jcompose("logs", "--no-log-prefix", "big").ok().out().replace("\n", ""))
          .isEqualTo("x".repeat(LONG));
    }
  }
}
