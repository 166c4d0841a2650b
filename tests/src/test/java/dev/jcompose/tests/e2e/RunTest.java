package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.jcompose.executor.Engine;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.tests.e2e.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Containers for one command.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class RunTest {
  private static final String WITH_A_DATABASE =
      """
      services:
        db:
          image: busybox
          command: ["sh", "-c", "sleep 1; touch /ready; sleep 600"]
          stop_signal: SIGKILL
          healthcheck: {test: ["CMD", "test", "-e", "/ready"], interval: 1s, retries: 20}
        web:
          image: busybox
          command: ["echo", "the usual"]
          stop_signal: SIGKILL
          depends_on: {db: {condition: service_healthy}}
      """;

  @Test
  void outputInputAndExitCodeAreThoseOfTheCommand(@TempDir Path folder, Engine engine)
      throws InterruptedException, IOException {
    try (TestProject project = new TestProject(folder, engine)) {
      project
          .file("compose.yaml", WITH_A_DATABASE)
          .file("much", "0123456789abcde\n".repeat(70_000));

      Run split =
          project.jcompose(
              "run", "-q", "--rm", "--no-deps", "web", "sh", "-c", "echo a; echo b >&2; exit 7");
      assertThat(split).isEqualTo(new Run(7, "a\n", "b\n"));
      Run much =
          project.jcomposeReading(
              folder.resolve("much"), "run", "--rm", "--no-deps", "-T", "web", "cat");
      assertThat(much.ok().out()).isEqualTo(Files.readString(folder.resolve("much")));
      assertThat(project.containers()).isEmpty();
    }
  }

  /// As in a script that reads something itself: nobody closes the input, and nobody writes to it.
  @Test
  void anInputThatStaysOpenHoldsNothingUp(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project
          .file("compose.yaml", WITH_A_DATABASE)
          .file("open", "mkfifo in; exec 3<>in; exec \"$@\" <in");
      Program opened = Program.jcompose().from("sh", folder.resolve("open").toString());

      assertThat(project.run(opened, "run", "-q", "-T", "--no-deps", "web", "sh", "-c", "exit 7"))
          .isEqualTo(new Run(7, "", ""));
    }
  }

  @Test
  void theImageIsBuiltAndConfigsAreWritten(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml",
          """
          services:
            web:
              build: {context: ., dockerfile_inline: "FROM busybox\\nRUN echo built > /built"}
              configs: [greeting]
              secrets: [word]
          configs: {greeting: {content: "hello "}}
          secrets: {word: {environment: COMPOSE_TEST_WORD}}
          """);
      project.variable("COMPOSE_TEST_WORD", "sesame ");

      assertThat(
              project
                  .jcompose("run", "--rm", "--build", "-T", "web", "cat", "/greeting")
                  .ok()
                  .out())
          .endsWith("hello ");
      assertThat(
              project
                  .jcompose("run", "--rm", "-q", "-T", "web", "cat", "/run/secrets/word", "/built")
                  .ok()
                  .out())
          .isEqualTo("sesame built\n");
      project.jcompose("down", "--rmi", "local").ok();
    }
  }

  @Test
  void nobodyWritesToAReaderThatHasGone(@TempDir Path folder, Engine engine)
      throws InterruptedException, IOException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", WITH_A_DATABASE);
      project.jcompose("up", "-d", "db").ok();
      Program.jcompose().script(folder.resolve("jc"));
      String endless = " sh -c 'while true; do echo x; sleep 0.1; done' | head -n 1";
      for (String command : List.of("exec -T db", "run --rm --no-deps -T web")) {
        Run run =
            project.other(
                new Program(List.of("timeout", "60", "sh", "-c")),
                Map.of(),
                "./jc " + command + endless);
        assertThat(run.ok().out()).as(command).isEqualTo("x\n");
      }
      project.jcompose("down", "-t", "0", "--remove-orphans").ok();
      assertThat(project.leftovers()).isEmpty();
    }
  }

  @Test
  void whatTheServiceDependsOnIsWaitedFor(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", WITH_A_DATABASE);

      assertThat(project.jcompose("run", "--rm", "web").ok().out()).isEqualTo("the usual\n");

      assertThat(project.containers())
          .singleElement()
          .satisfies(container -> {
            assertThat(container.name()).isEqualTo(project.name() + "-db-1");
            assertThat(container.status().text()).contains("(healthy)");
          });
    }
  }

  @Test
  void ctrlCReachesTheCommandAndWhatIsToGoGoesWithItsVolumes(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", WITH_A_DATABASE);
      var command = "trap 'exit 9' INT; echo ready; while :; do sleep 0.1; done";
      try (var running =
          project.startJcompose(
              "run", "--rm", "--no-deps", "-v", "/data", "web", "sh", "-c", command)) {
        Eventually.that(() -> running.soFar().contains("ready"));
        String volume = project.containers().getFirst().mounts().getFirst().name().orElseThrow();

        running.interrupt();

        assertThat(running.end().exitCode()).isEqualTo(9);
        assertThat(project.containers()).isEmpty();
        assertThat(engine.volume(volume)).isEmpty();
      }
    }
  }

  @Test
  void oneInTheBackgroundIsNoReplica(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", WITH_A_DATABASE);
      var name = project.name() + "-once";

      String id =
          project
              .jcompose("run", "-d", "--no-deps", "--name", name, "web", "sleep", "600")
              .ok()
              .out()
              .strip();
      project.jcompose("up", "-d", "--no-deps", "--scale", "web=0", "web").ok();

      assertThat(project.containers())
          .extracting(ObservedContainer::name, container -> container.id().value())
          .isEqualTo(List.of(tuple(name, id)));
      assertThat(project.jcompose("ps", "-q").ok().out()).isEmpty();
      assertThat(project.jcompose("ps", "-aq").ok().out().strip()).isEqualTo(id);
    }
  }

  @Test
  void oneThatDoesNotStartIsToldOfOrGone(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", WITH_A_DATABASE);

      assertThat(project.jcompose("run", "--rm", "--no-deps", "web", "nosuch").exitCode())
          .isEqualTo(1);
      assertThat(project.containers()).isEmpty();
      Run left = project.jcompose("run", "--no-deps", "web", "nosuch");
      assertThat(left.err()).contains(project.containers().getFirst().name() + " was made");
    }
  }
}
