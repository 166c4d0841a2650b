package dev.jcompose.cli;

import dev.jcompose.executor.fake.Behaviour;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Containers for one command.
@Timeout(60)
final class RunGoldenTest {
  private static final String SHOP =
      """
      name: shop
      services:
        db:
          image: busybox
          network_mode: none
        web:
          image: busybox
          network_mode: none
          depends_on: [db]
          ports: ["8080:80"]
        job:
          image: busybox
          network_mode: none
          profiles: [jobs]
          command: echo the job
        needy:
          image: busybox
          network_mode: none
          depends_on:
            bad: {condition: service_completed_successfully}
        bad:
          image: busybox
          network_mode: none
          command: "false"
      """;

  @TempDir Path folder;
  private Desk desk;

  /// One call at a time, so that the engine's ids always come in the same order.
  @BeforeEach
  void aProject() {
    desk = new Desk(folder).file("compose.yaml", SHOP).variable("COMPOSE_PARALLEL_LIMIT", "1");
  }

  @Test
  void oneCommand() {
    desk.run("run", "--rm", "web", "echo", "hello")
        .run("run", "--rm", "--quiet", "web", "false")
        .run("run", "--rm", "job")
        .run("run", "--name", "once", "--no-deps", "web", "echo", "-n", "--rm")
        .run("ps", "--format", "{{.Name}}")
        .run("ps", "-a", "--format", "{{.Name}} {{.State}} {{.ExitCode}}")
        .run("run", "--rm", "--remove-orphans", "job")
        .run("ps", "-a", "--format", "{{.Name}}")
        .check("run");
  }

  @Test
  void inTheBackground() {
    desk.run("run", "-d", "--name", "once", "web")
        .run("kill", "-s", "HUP", "web")
        .run("stop")
        .run("ps", "-a", "--format", "{{.Name}} {{.State}}")
        .run("down")
        .run("ps", "-a", "--format", "{{.Name}}")
        .check("run-detached");
  }

  @Test
  void whatTheUserTypesIsTheInput() {
    desk.typing("one\ntwo\n")
        .run("run", "--rm", "-T", "--no-deps", "web", "cat")
        .check("run-input");
  }

  @Test
  void withoutDoingAnything() {
    desk.run("run", "--dry-run", "--rm", "--name", "once", "web", "true")
        .run("ps", "-a", "-q")
        .check("run-dry");
  }

  @Test
  void whatCannotBe() {
    desk.engine.behave("job", Behaviour.doesNotStart("no such program"));
    desk.run("run")
        .run("run", "wob", "true")
        .run("run", "-l", "team", "web")
        .run("run", "-P", "-p", "81:80", "web")
        .run("run", "-t", "web")
        .run("run", "-t", "-T", "web")
        .run("run", "-p", "81:80", "-p", "99999", "-v", "a:b:c:d", "web")
        .run("run", "--rm", "--name", "once", "needy", "true")
        .run("run", "--rm", "--name", "once", "job")
        .run("run", "--name", "once", "job")
        .run("run", "--name", "once", "web")
        .run("ps", "-a", "--format", "{{.Name}} {{.State}}")
        .check("run-not");
  }
}
