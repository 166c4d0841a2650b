package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.tests.e2e.Program.Run;
import dev.jcompose.tests.e2e.Program.Running;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The life of a small project, from the first `up` to `down`.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class LifeTest {
  private static final String TWO_SERVICES =
      """
      services:
        web:
          image: busybox
          command: ["sh", "-c", "echo web says $$GREETING; exec sleep 600"]
          stop_signal: SIGKILL
          environment:
            GREETING: ${GREETING:-hello}
          depends_on:
            db:
              condition: service_healthy
        db:
          image: busybox
          command: sleep 600
          stop_signal: SIGKILL
          volumes: ["data:/data"]
          healthcheck: {test: ["CMD", "true"], interval: 1s}
      volumes:
        data:
      """;

  @Test
  void upMakesAllAndDownLeavesNothingButTheVolume(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();
      assertThat(project.containers())
          .extracting(ObservedContainer::name)
          .containsExactly(project.name() + "-db-1", project.name() + "-web-1");
      assertThat(project.containers()).allMatch(container -> container.status().isRunning());

      project.jcompose("down").ok();
      assertThat(project.leftovers()).containsExactly("volume " + project.name() + "_data");

      project.jcompose("down", "-v").ok();
      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void secondUpChangesNothing(@TempDir Path folder, Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();
      Map<String, String> before = project.containerIds();
      assertThat(project.jcompose("plan").ok().out()).contains("Nothing to do");

      project.jcompose("up", "-d").ok();

      assertThat(project.containerIds()).isEqualTo(before);
    }
  }

  @Test
  void aChangedVariableRecreatesItsServiceAndThePlanSaysWhy(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();
      Map<String, String> before = project.containerIds();
      project.variable("GREETING", "goodbye");
      String db = project.name() + "-db-1";
      String web = project.name() + "-web-1";

      Run plan = project.jcompose("plan").ok();
      assertThat(plan.out()).contains("environment.GREETING").contains("hello").contains("goodbye");
      assertThat(project.containerIds()).as("plan touches nothing").isEqualTo(before);

      project.jcompose("up", "-d").ok();
      assertThat(project.containerIds())
          .containsOnlyKeys(db, web)
          .containsEntry(db, before.get(db));
      assertThat(project.containerIds().get(web)).isNotEqualTo(before.get(web));
      assertThat(project.jcompose("logs", "--no-log-prefix", "web").ok().out())
          .contains("web says goodbye");
    }
  }

  @Test
  void replicasFollowTheScale(@TempDir Path folder, Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d", "--scale", "web=3").ok();
      assertThat(project.containers()).hasSize(4);

      project.jcompose("up", "-d", "--scale", "web=1").ok();

      assertThat(project.containers())
          .extracting(ObservedContainer::name)
          .containsExactly(project.name() + "-db-1", project.name() + "-web-1");
    }
  }

  @Test
  void stopStartAndRestartKeepTheContainers(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();
      Map<String, String> before = project.containerIds();

      project.jcompose("stop", "-t", "0").ok();
      assertThat(project.containers())
          .allMatch(container -> container.status().state() == State.EXITED);

      project.jcompose("start").ok();
      assertThat(project.containers()).allMatch(container -> container.status().isRunning());

      project.jcompose("restart", "-t", "0").ok();
      assertThat(project.containers()).allMatch(container -> container.status().isRunning());
      assertThat(project.containerIds()).isEqualTo(before);
    }
  }

  @Test
  void createStartsNothingAndDryRunDoesNothing(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "--dry-run").ok();
      assertThat(project.leftovers()).isEmpty();

      project.jcompose("up", "--no-start").ok();

      assertThat(project.containers())
          .hasSize(2)
          .allMatch(container -> container.status().state() == State.CREATED);
    }
  }

  @Test
  void anotherImageRecreatesAndThePlanSaysWhy(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      String file =
          """
          services:
            web:
              build: {context: ., dockerfile_inline: "FROM busybox\\nENV A=VALUE"}
              command: sleep 600
              stop_signal: SIGKILL
          """;
      project.file("compose.yaml", file.replace("VALUE", "1"));
      project.jcompose("up", "-d").ok();
      Map<String, String> before = project.containerIds();
      project.file("compose.yaml", file.replace("VALUE", "2"));
      project.jcompose("build").ok();

      assertThat(project.jcompose("plan").ok().out()).contains("image changed: ");
      project.jcompose("up", "-d").ok();

      assertThat(project.containerIds()).hasSize(1).isNotEqualTo(before);
    }
  }

  @Test
  void downRemovesBuiltImagesOnlyWhenAsked(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      String built = project.name() + "-one";
      String named = "jctest-named:" + project.name();
      project.file(
          "compose.yaml",
          """
          services:
            one: {build: {context: ., dockerfile_inline: "FROM busybox\\nENV A=1"}, command: "true"}
            two:
              build: {context: ., dockerfile_inline: "FROM busybox\\nENV A=2"}
              image: NAMED
              command: "true"
          """
              .replace("NAMED", named));
      project.jcompose("up", "-d").ok();
      project.jcompose("down").ok();
      assertThat(engine.image(built)).isPresent();

      project.jcompose("down", "--rmi", "local").ok();
      assertThat(engine.image(built)).isEmpty();
      assertThat(engine.image(named)).isPresent();

      project.jcompose("down", "--rmi", "all").ok();
      assertThat(engine.image(named)).isEmpty();
    }
  }

  @Test
  void profilesAndEnvironmentFilesDecideWhatRuns(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("test.env", "WORD=from-the-file");
      project.file(
          "compose.yaml",
          """
          services:
            web: {image: busybox, command: "echo ${WORD:-nothing}"}
            extra: {image: busybox, command: sleep 600, stop_signal: SIGKILL, profiles: [more]}
          """);
      project.jcompose("--env-file", "test.env", "up", "-d").ok();
      assertThat(project.containerIds()).containsOnlyKeys(project.name() + "-web-1");
      Eventually.that(() -> said(project).contains("from-the-file"));

      project.jcompose("--env-file", "test.env", "--profile", "more", "up", "-d").ok();
      assertThat(project.containerIds())
          .containsOnlyKeys(project.name() + "-extra-1", project.name() + "-web-1");
    }
  }

  private static String said(TestProject project) {
    try {
      return project.jcompose("--env-file", "test.env", "logs").ok().out();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void orphansAreRemovedOnlyWhenAsked(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();
      project.file(
          "compose.yaml",
          """
          services:
            db:
              image: busybox
              command: sleep 600
              stop_signal: SIGKILL
          """);
      assertThat(project.jcompose("up", "-d").ok().err()).contains(project.name() + "-web-1");
      assertThat(project.containers()).hasSize(2);

      project.jcompose("up", "-d", "--remove-orphans").ok();

      assertThat(project.containers())
          .extracting(ObservedContainer::name)
          .containsExactly(project.name() + "-db-1");
    }
  }

  @Test
  void attachedUpShowsLogsAndEndsWithItsContainers(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            one: {image: busybox, command: echo first}
            two: {image: busybox, command: echo second}
          """);
      Run up = project.jcompose("up").ok();
      assertThat(up.out()).containsPattern("one-1 *\\| first").containsPattern("two-1 *\\| second");
    }
  }

  @Test
  void interruptingAnAttachedUpStopsTheContainers(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      try (Running up = project.startJcompose("up")) {
        Eventually.that(() -> up.soFar().contains("web says hello"));
        up.interrupt();
        assertThat(up.end().exitCode()).isEqualTo(130);
      }
      assertThat(project.containers())
          .hasSize(2)
          .allMatch(container -> container.status().state() == State.EXITED);
    }
  }
}
