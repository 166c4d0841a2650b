package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.planner.ContainerDetails;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedMount;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import dev.jcompose.planner.PublishedPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A container of `run` is what docker compose makes of the same words.
@NeedsEngine
@NeedsReference
@ExtendWith(EngineParameter.class)
final class RunAlikeTest {
  private static final String SERVICES =
      """
      services:
        db:
          image: busybox
          command: ["sleep", "600"]
          stop_signal: SIGKILL
        web:
          image: busybox
          command: ["sleep", "600"]
          stop_signal: SIGKILL
          depends_on: [db]
          container_name: front
          restart: always
          ports: ["127.0.0.1::80"]
          environment: {A: one}
          labels: {team: red}
          networks: {default: {aliases: [www]}}
          volumes: ["data:/data", "/own"]
          cap_drop: [KILL]
          deploy: {restart_policy: {condition: any}}
      volumes:
        data:
      """;

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("web"),
          List.of("-P", "--use-aliases", "web", "sleep", "60"),
          List.of("--no-deps", "--rm", "-i=false", "web"),
          List.of("-e", "A=two", "-e", "B=3", "-l", "team=blue", "-w", "/tmp", "-u", "1", "web"),
          List.of("--entrypoint", "sleep 60", "-v", "/tmp:/here:ro", "--cap-add", "KILL", "web"));

  /// What is compared: not what the engine makes up for each container.
  private record Traits(
      Map<String, String> labels,
      ContainerDetails details,
      List<String> mounts,
      List<Integer> ports) {}

  @Test
  void itsLabelsAndAttributesAreThoseOfDockerCompose(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", SERVICES);
      for (List<String> command : COMMANDS) {
        var words = new ArrayList<>(List.of("run", "-d", "--name", project.name() + "-once"));
        words.addAll(command);
        String[] all = words.toArray(String[]::new);

        project.reference(all).ok();
        Traits expected = taken(project, engine);
        project.jcompose(all).ok();

        assertThat(taken(project, engine)).as(Arrays.toString(all)).isEqualTo(expected);
      }
    }
  }

  private static Traits taken(TestProject project, Engine engine) throws InterruptedException {
    ObservedContainer listed =
        project.containers().stream().filter(ObservedContainer::isOneOff).findFirst().orElseThrow();
    ObservedContainer container = engine.container(listed.id()).orElseThrow();
    engine.removeContainer(container.id(), AnonymousVolumes.REMOVE);
    var labels = new TreeMap<>(container.labels());
    labels.remove(Labels.SLUG);
    return new Traits(
        labels,
        withoutChance(container.details().orElseThrow(), container.id().brief()),
        container.mounts().stream().map(ObservedMount::target).sorted().toList(),
        container.ports().stream().map(PublishedPort::target).toList());
  }

  private static ContainerDetails withoutChance(ContainerDetails found, String id) {
    SequencedMap<String, String> attributes = new TreeMap<>();
    found
        .attributes()
        .forEach((attribute, value) -> {
          if (!attribute.endsWith(".mac_address")) {
            attributes.put(attribute, value.replace(id, "ID"));
          }
        });
    return new ContainerDetails(
        found.command(),
        found.entrypoint(),
        found.environment(),
        found.user(),
        found.workingDir(),
        Optional.empty(),
        attributes,
        found.healthTest(),
        List.of());
  }
}
