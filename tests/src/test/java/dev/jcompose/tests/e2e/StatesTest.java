package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Running;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Commands that take containers from one state to another.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class StatesTest {
  @TempDir Path folder;

  @Test
  void aServiceGoesThroughAllStates(Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              command: ["sleep", "600"]
              stop_signal: SIGKILL
          """);

      project.jcompose("create").ok();
      assertThat(states(project)).isEqualTo("web created\n");
      project.jcompose("start").ok();
      assertThat(states(project)).isEqualTo("web running\n");
      project.jcompose("pause", "web").ok();
      assertThat(states(project)).isEqualTo("web paused\n");
      project.jcompose("unpause").ok();
      project.jcompose("scale", "web=2").ok();
      assertThat(states(project)).isEqualTo("web running\nweb running\n");
      project.jcompose("kill", "-s", "SIGKILL", "web").ok();
      assertThat(states(project)).isEqualTo("web exited\nweb exited\n");
      project.jcompose("rm", "-f").ok();
      assertThat(states(project)).isEmpty();
    }
  }

  private static String states(TestProject project) throws InterruptedException {
    return project.jcompose("ps", "-a", "--format", "{{.Service}} {{.State}}").ok().out();
  }

  @Test
  void anAbortHasTheCodeOfTheContainerThatEnds(Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              command: ["sleep", "600"]
              stop_signal: SIGKILL
            job:
              image: busybox
              command: ["sh", "-c", "exit 3"]
          """);
      for (int i = 0; i < 3; i++) {
        assertThat(project.jcompose("up", "--abort-on-container-exit").exitCode()).isEqualTo(3);
      }
    }
  }

  @Test
  void anAttachedTerminalHearsTheProcessAndHasItsExitCode(Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: busybox
              command: ["sh", "-c", "until test -e /go; do echo tick; sleep 0.1; done; exit 4"]
              stop_signal: SIGKILL
          """);
      project.jcompose("up", "-d").ok();
      try (Running attached = project.startJcompose("attach", "--no-stdin", "web")) {
        Eventually.that(() -> attached.soFar().contains("tick"));
        project.jcompose("exec", "-T", "web", "touch", "/go").ok();
        assertThat(attached.end().exitCode()).isEqualTo(4);
      }
    }
  }
}
