package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A service that a program on the path looks after.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class ProviderProgramTest {
  @Test
  void itIsToldOfUpAndDownAndItsVariableReachesTheDependents(@TempDir Path folder, Engine engine)
      throws IOException, InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "bin/jctest-provider",
          """
          #!/bin/sh
          echo "$@" >>calls
          case "$*" in
            *metadata*) echo '{}' ;;
            *" up "*) echo '{"type": "setenv", "message": "URL=tcp://magic:1"}' ;;
          esac
          """);
      Path program = folder.resolve("bin/jctest-provider");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
      project.variable("PATH", program.getParent() + ":" + System.getenv("PATH"));
      project.file(
          "compose.yaml",
          """
          services:
            db:
              provider: {type: jctest-provider, options: {size: 10}}
            web:
              image: busybox
              command: ["sh", "-c", "echo at $$DB_URL; exec sleep 600"]
              stop_signal: SIGKILL
              depends_on: [db]
          """);

      project.jcompose("up", "-d").ok();
      Eventually.that(() -> logs(project).contains("at tcp://magic:1"));
      var before = project.containerIds();
      project.jcompose("up", "-d").ok();
      assertThat(project.containerIds()).isEqualTo(before);
      project.jcompose("down").ok();

      assertThat(Files.readString(folder.resolve("calls")))
          .containsPattern(project.name() + " up --size=?[ ]?10 db\\n")
          .containsPattern(project.name() + " down .*db\\n");
    }
  }

  private static String logs(TestProject project) {
    try {
      return project.jcompose("logs", "web").ok().out();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
