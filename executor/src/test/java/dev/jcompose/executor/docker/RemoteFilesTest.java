package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.executor.Observer;
import dev.jcompose.executor.Outcome;
import dev.jcompose.executor.Projects;
import dev.jcompose.executor.Reconciler;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files of this machine, given to containers of an engine that is reached by a port.
@Tag("engine")
@Timeout(60)
class RemoteFilesTest {
  private final String name = "jcremote-" + Long.toHexString(System.nanoTime());
  @TempDir private Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Engine near = RealEngine.open();
  private Engine far = near;

  @BeforeAll
  static void needsEngine() throws InterruptedException {
    RealEngine.require();
  }

  @BeforeEach
  void reachIt() throws IOException, InterruptedException {
    TcpRelay relay = new TcpRelay(RealEngine.socket());
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("DOCKER_HOST", "tcp://127.0.0.1:" + relay.port());
    far = new DockerEngine(environment);
    open.addAll(List.of(far, relay, near));
  }

  @AfterEach
  void leaveNothingBehind() throws Exception {
    Leftovers.remove(near, name);
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void theirContentIsThereAndAChangeIsSeen() throws Exception {
    for (String readOnly : List.of("false", "true")) {
      Files.writeString(folder.resolve("motd"), "hello\n");
      Files.writeString(folder.resolve("key"), "secret\n");
      Project project = project(readOnly);
      assertThat(up(far, project)).extracting(LogLine::text).containsExactly("hello", "secret");
      assertThat(container().mounts()).noneMatch(mount -> mount.type().equals("bind"));
      assertThat(steps(far, project)).isEmpty();

      Files.writeString(folder.resolve("motd"), "bye\n");
      assertThat(steps(far, project)).contains("content changed: config motd");
      assertThat(up(far, project)).extracting(LogLine::text).containsExactly("bye", "secret");
    }
  }

  @Test
  void theSameContainerIsKeptWhicheverWayTheEngineIsReached() throws Exception {
    Files.writeString(folder.resolve("motd"), "hello\n");
    Files.writeString(folder.resolve("key"), "secret\n");
    Project project = project("false");
    var _ = up(far, project);
    assertThat(steps(near, project)).isEmpty();
    assertThat(container().label(Labels.CONFIG_HASH))
        .contains(Projects.HASHER.hash(project.services().firstEntry().getValue()).value());
  }

  private Project project(String readOnly) {
    return Projects.named(
        name,
        """
        services:
          web:
            image: busybox
            command: [sh, -c, "cat /etc/it/motd /run/secrets/key; sleep 600"]
            init: true
            stop_signal: SIGKILL
            network_mode: none
            read_only: %s
            configs: [{source: motd, target: /etc/it/motd}]
            secrets: [key]
        configs: {motd: {file: %s/motd}}
        secrets: {key: {file: %s/key}}
        """
            .formatted(readOnly, folder, folder));
  }

  /// What the container says at first.
  private List<LogLine> up(Engine engine, Project project) throws InterruptedException {
    var result =
        new Reconciler(engine, Projects.HASHER, RunOptions.DEFAULT)
            .reconcile(project, PlanOptions.Up.DEFAULTS, Reconciler.Audience.SILENT);
    assertThat(result).isEqualTo(new Reconciler.Result.Ended(new Outcome.Completed()));
    return firstTwoLines(container().id());
  }

  private List<LogLine> firstTwoLines(ContainerId id) throws InterruptedException {
    List<LogLine> lines = new ArrayList<>();
    while (lines.size() < 2) {
      lines.clear();
      far.logs(id, LogOptions.ALL, lines::add);
    }
    return lines;
  }

  private String steps(Engine engine, Project project) throws InterruptedException {
    var observed = new Observer(engine, Projects.HASHER).observe(project);
    return new Planner(Projects.HASHER).plan(project, observed, PlanOptions.Up.DEFAULTS).toString();
  }

  private ObservedContainer container() throws InterruptedException {
    return near.containers(new ProjectName(name)).getFirst();
  }
}
