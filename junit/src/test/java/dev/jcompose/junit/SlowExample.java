package dev.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.LoadedProject;
import org.junit.jupiter.api.Test;

/// The second example of `docs/junit.md`.
@ComposeProject(
    value = "src/test/compose/slow.yaml",
    lifecycle = Lifecycle.SHARED,
    await = {
      @Await(service = "web", log = "^ready$"),
      @Await(service = "web", port = 80),
      @Await(service = "web", port = 80, path = "/index.html"),
      @Await(
          service = "web",
          command = {"test", "-e", "/tmp/index.html"})
    },
    timeoutSeconds = 60)
class SlowExample {
  @Test
  void isReady(LoadedProject project) throws Exception {
    assertThat(project.service("web").exec("test", "-e", "/tmp/index.html").exitCode()).isZero();
  }
}
