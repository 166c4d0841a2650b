package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.model.Command;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.tests.e2e.Program.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Containers that follow the files they are made of.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class WatchTest {
  private static final String WEB =
      """
      services:
        web:
          build: .
          scale: 2
          stop_signal: SIGKILL
          develop:
            watch:
              - {path: ./src, action: sync, target: /app, ignore: ["*.tmp"], initial_sync: true}
              - {path: ./conf, action: sync+restart, target: /conf}
              - path: ./hook
                action: sync+exec
                target: /hook
                exec: {command: "sh -c 'echo heard $$(cat /hook/word) > /told'"}
              - {path: ./again, action: restart}
              - {path: ./Dockerfile, action: rebuild}
      """;

  @TempDir Path folder;
  private TestProject project;
  private final Engine engine;

  WatchTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void prepare() {
    project =
        new TestProject(folder, engine)
            .file("compose.yaml", WEB)
            .file("Dockerfile", "FROM busybox\nCMD [\"sleep\", \"600\"]\n")
            .file("src/first", "1");
  }

  @Test
  void changedFilesReachAllReplicas() throws InterruptedException, IOException {
    try (var _ = project;
        var running = watching("watch")) {
      awaitEverywhere("cat /app/first", "1");

      project.file("src/deep/new", "2").file("src/no.tmp", "");
      awaitEverywhere("cd /app; find . -type f | sort | xargs", "./deep/new ./first");
      Files.move(folder.resolve("src/deep/new"), folder.resolve("src/moved"));
      Files.delete(folder.resolve("src/first"));
      awaitEverywhere("cd /app; find . | sort | xargs", ". ./deep ./moved");
      Files.delete(folder.resolve("src/deep"));
      project.file("src/deep", "3");
      awaitEverywhere("cat /app/deep", "3");
      Files.createSymbolicLink(folder.resolve("src/link"), Path.of("moved"));
      awaitEverywhere("readlink /app/link; cat /app/link", "moved\n2");
      assertThat(running.soFar()).contains("Syncing service \"web\" after ");
    }
  }

  @Test
  void eachActionDoesItsOwn() throws InterruptedException {
    try (var _ = project;
        var running = watching("watch")) {
      var ids = project.containerIds();
      project.file("hook/word", "you");
      awaitEverywhere("cat /told", "heard you");

      project.file("conf/x", "1");
      Eventually.that(() -> running.soFar().contains("service(s) [\"web\"] restarted"));
      awaitEverywhere("cat /conf/x", "1");
      project.file("again/x", "1");
      Eventually.that(() -> running.soFar().split("\\] restarted", -1).length == 3);
      assertThat(project.containerIds()).isEqualTo(ids);

      project.file("Dockerfile", "FROM busybox\nRUN echo made > /made\nCMD [\"sleep\", \"600\"]\n");
      awaitEverywhere("cat /made", "made");
      awaitEverywhere("cat /app/first", "1");
      assertThat(project.containerIds().values()).doesNotContainAnyElementsOf(ids.values());
    }
  }

  @Test
  void aRebuildThatFailsDoesNotEndTheWatch() throws InterruptedException {
    try (var _ = project;
        var running = watching("up", "--watch")) {
      project.file("Dockerfile", "FROM busybox\nRUN false\n");
      Eventually.that(() -> running.soFar().contains("cannot build image"));
      project.file("src/later", "4");
      awaitEverywhere("cat /app/later", "4");
    }
  }

  @Test
  void aRebuildDoesNotEndAnAttachedUp() throws InterruptedException {
    try (var _ = project;
        var running = watching("up", "--watch")) {
      project.file(
          "Dockerfile", "FROM busybox\nCMD [\"sh\", \"-c\", \"echo second; sleep 600\"]\n");
      Eventually.that(() -> running.soFar().split("\\| second", -1).length == 3);
      running.interrupt();
      assertThat(running.endWithin(1).exitCode()).isEqualTo(130);
      assertThat(project.containers()).noneMatch(container -> container.status().isRunning());
    }
  }

  /// When it is enabled, nothing is missed any more.
  private Running watching(String... arguments) throws InterruptedException {
    var running = project.startJcompose(arguments);
    Eventually.that(
        () -> running.soFar().contains("Watch enabled") || !running.process().isAlive());
    assertThat(running.soFar()).contains("Watch enabled");
    return running;
  }

  private void awaitEverywhere(String script, String output) throws InterruptedException {
    Eventually.that(() -> isEverywhere(script, output));
  }

  private boolean isEverywhere(String script, String output) {
    try {
      var containers =
          project.containers().stream().filter(one -> one.status().isRunning()).toList();
      for (ObservedContainer container : containers) {
        if (!engine.exec(container.id(), shell(script)).output().strip().equals(output)) {
          return false;
        }
      }
      return containers.size() == 2;
    } catch (EngineException _) {
      return false; // It is being replaced.
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Hook shell(String script) {
    return new Hook(
        new Command.Words(List.of("sh", "-c", script)),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Ordered.map(),
        false,
        Extensions.NONE);
  }
}
