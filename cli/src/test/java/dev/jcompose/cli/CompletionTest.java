package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What shells are told.
final class CompletionTest {
  @TempDir Path folder;

  @Test
  void offers() {
    Desk.shop(folder)
        .file(
            "more.yaml",
            """
            services:
              shell: {image: busybox, profiles: [debug]}
              probe: {image: busybox, profiles: [debug, all]}
            """)
        .file("broken.yaml", "services: [")
        .run("__complete", "p")
        .run("__complete", "--pro")
        .run("__complete", "up", "")
        .run("__complete", "up", "db", "--wait-t")
        .run("__complete", "up", "db", "")
        .run("__complete", "scale", "w")
        .run("__complete", "exec", "-u", "root", "w")
        .run("__complete", "exec", "web", "")
        .run("__complete", "up", "--timeout", "")
        .run("__complete", "logs", "--level", "")
        .run("__complete", "ps", "--status", "r")
        .run("__complete", "--ansi", "")
        .run("__complete", "-f", "")
        .run("__complete", "-f", "compose.yaml", "-f", "more.yaml", "--profile", "")
        .run("__complete", "--profile", "all", "-f", "compose.yaml", "-f", "more.yaml", "logs", "")
        .run("__complete", "-f", "broken.yaml", "up", "")
        .run("__complete", "lint", "--rule", "pass")
        .run("__complete", "lint", "--severity", "")
        .run("__complete", "test", "--services", "d")
        .run("__complete", "test", "--services", "db", "")
        .run("__complete", "plugin", "i")
        .run("__complete", "--progress=p")
        .run("__complete", "--file=")
        .run("__complete", "down", "--rmi=")
        .run("__complete", "up", "--scale=d")
        .run("__complete", "up", "--wait=t")
        .run("__complete", "nosuch", "")
        .run("completion", "tcsh")
        .check("completion");
  }

  @Test
  void dockerAsksAsWell() {
    Desk.shop(folder)
        .variable("DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND", "docker")
        .run("__complete", "compose", "logs", "w")
        .run("__completeNoDesc", "compose", "logs", "w")
        .check("completion-docker");
  }

  @Test
  void hasAScriptForEachShell() {
    for (var shell : new String[] {"bash", "zsh", "fish"}) {
      assertThat(new Desk(folder).run("completion", shell).output()).contains(" __complete ");
    }
  }
}
