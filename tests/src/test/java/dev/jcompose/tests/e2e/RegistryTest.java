package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Images that go to a registry with a password, and come back from there.
@NeedsEngine
@Timeout(240)
@ExtendWith(EngineParameter.class)
final class RegistryTest {
  @Test
  void imagesAreSentAndFetchedByThoseWhoMay(
      @TempDir Path folder, @TempDir Path server, Engine engine) throws Exception {
    NeedsEngine.Condition.assume(
        OwnEngine.isThere("docker-registry") && OwnEngine.isThere("openssl"),
        "docker-registry and openssl are missing");
    try (OwnRegistry registry = OwnRegistry.start(server);
        TestProject project = new TestProject(folder, engine)) {
      String image = registry.host() + "/" + project.name() + ":1";
      project.file(
          "compose.yaml",
          """
          services:
            web:
              image: %s
              build: {dockerfile_inline: "FROM busybox\\nRUN echo sent > /word\\n"}
              command: sleep 600
              stop_signal: SIGKILL
              network_mode: none
            db: {image: busybox}
          """
              .formatted(image));
      project.jcompose("build").ok();

      Run stranger = project.jcompose("push");
      assertThat(stranger.exitCode()).isEqualTo(1);
      assertThat(stranger.err()).contains("docker login " + registry.host());

      registry.variables().forEach(project::variable);
      assertThat(project.jcompose("push").ok().err()).contains("Pushed", "1 pushed in ");
      engine.removeImage(image);
      assertThat(project.jcompose("pull", "web").ok().err()).contains("Pulled", "1 pulled in ");
      assertThat(project.jcompose("pull", "--policy", "missing", "web").ok().err())
          .contains("Nothing fetched.");

      engine.removeImage(image);
      assertThat(project.jcompose("pull", "-q", "--ignore-buildable", "web").ok().err()).isEmpty();
      assertThat(engine.image(image)).as("it can be built").isEmpty();
      project.jcompose("up", "-d", "--no-build", "--pull", "always", "web").ok();
      assertThat(project.jcompose("exec", "-T", "web", "cat", "/word").ok().out())
          .isEqualTo("sent\n");
      project.jcompose("down").ok();
      engine.removeImage(image);
    }
  }
}
