package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ObservedContainer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A project looked after at a terminal.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class UiTest {
  private static final String STACK =
      """
      services:
        later: {image: busybox, command: [sleep, "600"], stop_signal: SIGKILL}
        web:
          image: busybox
          command: [sh, -c, "echo hello from web; sleep 600"]
          stop_signal: SIGKILL
      """;

  @TempDir Path folder;
  private TestProject project;
  private final Engine engine;

  UiTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void prepare() {
    project = new TestProject(folder, engine).file("compose.yaml", STACK);
  }

  @Test
  void keysHaveTheirEffectsAndTheTerminalIsLeftAsItWas() throws InterruptedException {
    try (var _ = project;
        var window = open()) {
      window.type("u");
      awaitState("later", State.RUNNING);
      assertThat(state("web")).isEmpty();
      window.type("ju");
      awaitState("web", State.RUNNING);
      await(window, "hello from web");
      awaitDrawn(window, "running", 3); // In the title and for two services.
      window.type("x");
      await(window, "/ # ");
      window.type("echo $((6*7)) > /told; exit\n");
      Eventually.that(() -> window.shown().split("1049h", -1).length == 3);
      window.type("s");
      awaitState("web", State.EXITED);
      window.type("u");
      awaitState("web", State.RUNNING);
      window.type("Ky");
      awaitState("web", State.EXITED);
      window.type("q");

      assertThat(window.exitCode()).isZero();
      assertThat(window.settingsAfter()).isEqualTo(window.settingsBefore());
      assertThat(window.shown()).contains("\u001b[?1049l");
      assertThat(state("later")).contains(State.RUNNING);
    }
  }

  @Test
  void theTerminalIsLeftAsItWasByCtrlCToo() throws InterruptedException {
    try (var _ = project;
        var window = open()) {
      window.type("\u0003");
      assertThat(window.exitCode()).isEqualTo(130);
      assertThat(window.settingsAfter()).isEqualTo(window.settingsBefore());
    }
  }

  @Test
  void withoutATerminalItSaysSo() throws InterruptedException {
    try (var _ = project) {
      var run = project.jcompose("ui");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("`ui` needs a terminal");
    }
  }

  private TerminalWindow open() throws InterruptedException {
    var window = project.openJcompose("ui");
    await(window, "not created");
    return window;
  }

  private static void await(TerminalWindow window, String text) throws InterruptedException {
    Eventually.that(() -> window.shown().contains(text), window::shown);
  }

  /// Only what has changed is drawn again.
  private static void awaitDrawn(TerminalWindow window, String text, int times)
      throws InterruptedException {
    Eventually.that(() -> window.shown().split(text, -1).length > times, window::shown);
  }

  private void awaitState(String service, State wanted) throws InterruptedException {
    Eventually.that(() -> state(service).equals(Optional.of(wanted)));
  }

  private Optional<State> state(String service) {
    try {
      return project.containers().stream()
          .filter(container -> container.name().endsWith("-" + service + "-1"))
          .findFirst()
          .map(ObservedContainer::status)
          .map(status -> status.state());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
