package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  /// Commands whose output is for programs.
  private static final List<List<String>> FOR_PROGRAMS =
      List.of(
          List.of("ps", "--format", "json"),
          List.of("ps", "-a", "--orphans=false", "--format", "json"),
          List.of("images", "--format", "json"),
          List.of("volumes", "--format", "json"),
          List.of("config", "--format", "json"),
          List.of("stats", "--no-stream", "--format", "json"),
          List.of("version", "--format", "json"));

  /// What is another in the next moment, or by another program.
  private static final Set<String> PASSING =
      Set.of("RunningFor", "Status", "CPUPerc", "MemPerc", "MemUsage", "NetIO", "PIDs", "version");

  @Test
  void programsFindWhatDockerComposeTellsThem(@TempDir Path folder, Engine engine)
      throws InterruptedException, MalformedJsonException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", TWO_SERVICES);
      project.jcompose("up", "-d").ok();

      for (List<String> command : FOR_PROGRAMS) {
        String[] words = command.toArray(String[]::new);
        assertThat(lasting(project.jcompose(words).ok().out()))
            .as(String.join(" ", words))
            .isNotEmpty()
            .isEqualTo(lasting(project.reference(words).ok().out()));
      }
      String[] list = {"ls", "--format", "json", "--filter", "name=" + project.name().value()};
      assertThat(lasting(project.jcompose(list).ok().out()))
          .isEqualTo(lasting(project.reference(list).ok().out()));
    }
  }

  /// The members of the objects in that output, one of several or one a line, without what passes.
  private static List<String> lasting(String output) throws MalformedJsonException {
    List<String> members = new ArrayList<>();
    for (String text : output.startsWith("{\n") ? List.of(output) : output.lines().toList()) {
      if (!text.isBlank()) {
        JsonValue value = JsonValue.parse(text.getBytes(StandardCharsets.UTF_8));
        for (JsonValue object : value.isObject() ? List.of(value) : value) {
          object.properties().forEach(member -> members.add(lasting(member)));
        }
      }
    }
    return members.stream().sorted().toList();
  }

  private static String lasting(Map.Entry<String, JsonValue> member) {
    String name = member.getKey();
    return switch (name) {
      case "Labels" ->
          Stream.of(member.getValue().asText().split(",", -1)).sorted().toList().toString();
      default -> PASSING.contains(name) ? name : name + "=" + member.getValue().toJson();
    };
  }

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

  /// Docker compose writes the lines of services in any order.
  @Test
  void theGraphHasTheLinesOfDockerCompose(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file(
          "compose.yaml", TWO_SERVICES.replace("labels:", "depends_on: [db]\n    labels:"));

      String[] viz = {"alpha", "viz", "--ports", "--networks", "--image", "--spaces"};
      assertThat(project.jcompose(viz).ok().out().lines())
          .containsExactlyInAnyOrderElementsOf(project.reference(viz).ok().out().lines().toList());
    }
  }
}
