package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Run by docker's own command line, as its plugin. Where docker's engine was installed from
/// packages, its command line was as well.
@NeedsEngine
@Timeout(120)
final class PluginTest {
  private static final Program DOCKER = new Program(List.of("docker"));

  @TempDir Path folder;
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void aPluginInAFolderOfItsOwn() throws IOException {
    Program.jcompose().script(folder.resolve("config/cli-plugins/docker-compose"));
    environment = Map.of("DOCKER_CONFIG", folder.resolve("config").toString());
  }

  @Test
  void dockerListsIt() throws InterruptedException {
    assertThat(docker("--help")).contains("compose*", "Docker Compose for the JVM");
  }

  @Test
  void dockerRunsIt() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        name: jcplugin
        services:
          web: {image: busybox, command: sleep 600, stop_signal: SIGKILL, network_mode: none}
        """);
    try {
      docker("compose", "--progress", "plain", "up", "-d");
      assertThat(docker("--log-level", "info", "compose", "ps", "--services")).isEqualTo("web\n");
      assertThat(docker("compose", "exec", "-T", "web", "echo", "-n", "compose"))
          .isEqualTo("compose");
    } finally {
      docker("compose", "down", "-t", "0");
    }
    var elsewhere =
        DOCKER.run(folder, environment, "-H", "unix:///nowhere/docker.sock", "compose", "ps");
    assertThat(elsewhere.exitCode()).isEqualTo(1);
    assertThat(elsewhere.err()).contains("/nowhere/docker.sock");
  }

  /// Programs take what docker answers for the version of docker compose.
  @Test
  void itsVersionIsThatOfDockerComposeForComparisons() throws InterruptedException {
    assertThat(docker("compose", "version", "--short")).matches("2\\.[0-9.]+\\+jcompose\\..+\n");
    assertThat(docker("compose", "version")).startsWith("Docker Compose version 2.");
  }

  @Test
  void itInstallsItselfAndGoesAgain() throws IOException, InterruptedException {
    Path plugin = folder.resolve("config/cli-plugins/docker-compose");
    Path program = folder.resolve("jcompose");
    Files.move(plugin, program);
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("JCOMPOSE_PROGRAM", program.toString());

    Program.jcompose().run(folder, variables, "plugin", "install").ok();
    assertThat(docker("compose", "version")).contains("+jcompose.");
    Program.jcompose().run(folder, variables, "plugin", "uninstall").ok();
    assertThat(plugin).doesNotExist();
  }

  private String docker(String... arguments) throws InterruptedException {
    return DOCKER.run(folder, environment, arguments).ok().out();
  }
}
