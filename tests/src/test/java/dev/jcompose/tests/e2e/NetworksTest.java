package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Networks that change while containers are on them.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class NetworksTest {
  private static String web(String network) {
    return """
    services: {web: {image: busybox, command: sleep 600, stop_signal: SIGKILL}}
    networks: {default: %s}
    """
        .formatted(network);
  }

  @Test
  void containersOfOthersKeepANetworkFromBeingMadeAnewOrRemoved(
      @TempDir Path folder, @TempDir Path elsewhere, Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", web("{internal: false}")).jcompose("up", "-d").ok();
      try (TestProject guest = new TestProject(elsewhere, engine)) {
        String network = project.name() + "_default";
        guest.file("compose.yaml", web("{external: true, name: %s}".formatted(network)));
        guest.jcompose("up", "-d").ok();
        var before = project.containerIds();

        project.file("compose.yaml", web("{internal: true}"));
        Run up = project.jcompose("up", "-d");
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err()).contains(network).contains(guest.name() + "-web-1");
        assertThat(project.containerIds()).isEqualTo(before);

        assertThat(project.jcompose("down").ok().err())
            .contains("it is used by " + guest.name() + "-web-1");
        guest.jcompose("down").ok();
      }
    }
  }

  @Test
  void aContainerMovesToANetworkThatWasMadeAnew(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", web("{internal: false}")).jcompose("up", "-d").ok();
      var before = project.containerIds();

      project.file("compose.yaml", web("{internal: true}")).jcompose("up", "-d").ok();

      assertThat(project.containerIds()).isEqualTo(before);
      assertThat(project.containers()).allMatch(container -> container.status().isRunning());
      assertThat(project.jcompose("plan").ok().out()).contains("Nothing to do");
    }
  }

  @Test
  void ofARenamedNetworkNothingIsLeft(@TempDir Path folder, Engine engine)
      throws InterruptedException {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", web("{}")).jcompose("up", "-d").ok();

      String other = project.name() + "_other";
      project.file("compose.yaml", web("{name: %s}".formatted(other))).jcompose("up", "-d").ok();

      assertThat(project.leftovers())
          .containsExactly("container " + project.name() + "-web-1", "network " + other);
    }
  }
}
