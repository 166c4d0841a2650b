package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.planner.ObservedContainer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Commands around the start of containers.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class HooksTest {
  private static final String HOOKED =
      """
      services:
        web:
          image: busybox
          command: sleep 600
          stop_signal: SIGKILL
          volumes: ["data:/data"]
          healthcheck:
            test: ["CMD", "sh", "-c", "[ $$(wc -l < /data/made) = 1 ]"]
            interval: 1s
            retries: 1
          pre_start:
            - command: ["sh", "-c", "echo first >> /data/made; echo preparing; exit ${CODE:-0}"]
      volumes:
        data:
      """;

  @Test
  void preStartHookPreparesTheVolumeOnceAndGoes(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", HOOKED);
      project.jcompose("up", "--wait").ok();
      project.jcompose("up", "--wait", "--scale", "web=2").ok();

      assertThat(project.containers())
          .extracting(ObservedContainer::name)
          .containsExactly(project.name() + "-web-1", project.name() + "-web-2");
    }
  }

  @Test
  void failedPreStartHookIsKeptUntilTheNextUp(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", HOOKED).variable("CODE", "3");
      var failed = project.jcompose("up", "-d");

      assertThat(failed.exitCode()).isEqualTo(1);
      assertThat(failed.err()).contains("exited with code 3", "| preparing");
      assertThat(project.containers())
          .extracting(ObservedContainer::name)
          .contains(project.name() + "-web-pre_start-0");

      project.variable("CODE", "0").jcompose("up", "-d").ok();
      assertThat(project.containers())
          .singleElement()
          .matches(container -> container.status().isRunning());
    }
  }
}
