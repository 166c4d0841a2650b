package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.tests.e2e.Program.Running;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Two runs on one project at once.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class TwoRunsTest {
  private static final String SLOW =
      """
      services:
        web:
          image: busybox
          command: sleep 600
          stop_signal: SIGKILL
          scale: 2
          post_start: [{command: sleep 4}]
      """;

  @Test
  void theSecondWaitsAndSaysForWhom(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", SLOW);
      try (Running first = project.startJcompose("up", "-d")) {
        Eventually.that(() -> first.soFar().contains("Creating"));
        var second = project.jcompose("up", "-d").ok();

        assertThat(second.err())
            .contains("is being changed by up (process " + first.process().pid());
        first.end().ok();
      }
      assertThat(project.containers())
          .extracting(ObservedContainer::name)
          .containsExactly(project.name() + "-web-1", project.name() + "-web-2");
    }
  }

  @Test
  void aKilledRunHoldsNobodyUp(@TempDir Path folder, Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", SLOW);
      try (Running first = project.startJcompose("up", "-d")) {
        Eventually.that(() -> first.soFar().contains("Creating"));
        first.process().destroyForcibly().waitFor();
      }

      assertThat(project.jcompose("up", "-d").ok().err()).doesNotContain("is being changed");

      assertThat(project.containers()).hasSize(2).allMatch(each -> each.status().isRunning());
    }
  }
}
