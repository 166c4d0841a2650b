package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How docker finds its plugin, and what it hands over.
final class PluginGoldenTest {
  private static final Map<String, String> BY_DOCKER =
      Map.of("DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND", "docker", "DOCKER_HOST", "tcp://here:1");

  @TempDir Path folder;

  @Test
  void whatDockerAsks() {
    Desk.shop(folder)
        .run("docker-cli-plugin-metadata")
        .run("compose", "ps")
        .variable("DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND", "docker")
        .run("compose", "config", "--services")
        .run("compose", "version")
        .run("compose", "version", "--short")
        .run("compose", "version", "--format", "json")
        .run("--tlscacert", "ca.pem", "compose", "ps")
        .check("plugin");
  }

  @Test
  void optionsOfDockerBecomeVariables() {
    assertThat(environment("-H", "unix:///there", "compose", "ps"))
        .containsEntry("DOCKER_HOST", "unix:///there");
    assertThat(environment("--context=compose", "--config", "folder", "-D", "compose", "ps"))
        .containsEntry("DOCKER_CONTEXT", "compose")
        .containsEntry("DOCKER_CONFIG", "folder")
        .doesNotContainKey("DOCKER_HOST");
    assertThat(environment("--tlsverify", "compose", "ps")).containsEntry("DOCKER_TLS_VERIFY", "1");
    assertThatThrownBy(() -> environment("--tlskey", "key.pem", "compose", "ps"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("--tlskey");
  }

  @Test
  void optionsOfDockerMayStandBeforeACommandOfOurs() {
    var seen = new TreeMap<String, String>();
    var desk = Desk.shop(folder).variable("DOCKER_HOST", "tcp://here:1");
    desk.connecting(environment -> {
      seen.putAll(environment);
      return desk.engine;
    });
    desk.run("-H", "unix:///there", "--tlsverify", "--config", "folder", "ps");
    assertThat(seen)
        .containsEntry("DOCKER_HOST", "unix:///there")
        .containsEntry("DOCKER_TLS_VERIFY", "1")
        .containsEntry("DOCKER_CONFIG", "folder");
    seen.clear();
    desk.run("--context", "there", "ps");
    assertThat(seen).containsEntry("DOCKER_CONTEXT", "there").doesNotContainKey("DOCKER_HOST");
  }

  private static Map<String, String> environment(String... arguments) {
    var call = PluginCall.of(List.of(arguments), Ordered.map(BY_DOCKER)).orElseThrow();
    assertThat(call.arguments()).containsExactly("ps");
    return call.environment();
  }

  @Test
  void linksItself() throws IOException {
    var plugin = folder.resolve("docker/cli-plugins/docker-compose");
    var desk = Desk.shop(folder).variable("DOCKER_CONFIG", "docker").run("plugin", "install");
    desk.variable("JCOMPOSE_PROGRAM", "/opt/./jcompose").run("plugin", "install");
    assertThat(Files.readSymbolicLink(plugin)).isEqualTo(Path.of("/opt/jcompose"));
    desk.run("plugin", "install").run("plugin", "uninstall").run("plugin", "uninstall");
    assertThat(plugin).doesNotExist();
    Files.writeString(plugin, "another");
    desk.run("plugin", "install").run("plugin", "install", "--replace");
    assertThat(Files.readSymbolicLink(plugin)).isEqualTo(Path.of("/opt/jcompose"));
    desk.run("plugin", "uninstall").run("plugin").check("plugin-install");
    assertThat(plugin).hasContent("another");
  }
}
