package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Commands that look at containers say what docker compose says.
@NeedsEngine
@NeedsReference
@ExtendWith(EngineParameter.class)
final class LookingAlikeTest {
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

  /// Commands whose output is the same, letter for letter.
  private static final List<List<String>> SAME =
      List.of(
          List.of("ps", "--format", "{{.Name}} {{.Ports}}"),
          List.of("ps", "--format", "table {{.Service}}\\t{{.Label \"team\"}}"),
          List.of("ps", "-q", "--no-trunc"),
          List.of("port", "web", "80"),
          List.of("port", "--protocol", "udp", "web", "53"),
          List.of("images"),
          List.of("images", "-q"),
          List.of("volumes"),
          List.of("volumes", "-q", "web"),
          List.of("volumes", "--format", "table {{.Name}}\\t{{.Driver}}"),
          List.of("top"),
          List.of(
              "exec",
              "-T",
              "-e",
              "A=b c",
              "-w",
              "/tmp",
              "-u",
              "1",
              "web",
              "sh",
              "-c",
              "pwd; id -u; echo $A"));

  @Test
  void theOutputIsThatOfDockerCompose(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();

      for (List<String> command : SAME) {
        String[] words = command.toArray(String[]::new);
        assertThat(project.jcompose(words).ok().out())
            .as(String.join(" ", words))
            .isEqualTo(project.reference(words).ok().out());
      }
    }
  }
}
