package dev.jcompose.cli;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.fake.Behaviour;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said when something does not work.
final class FailuresGoldenTest {
  @TempDir Path folder;

  private Desk desk() {
    return Desk.shop(folder);
  }

  @Test
  void failuresNameTheServiceAndItsLastWords() {
    var desk = desk();
    desk.engine.behave("web", Behaviour.doesNotStart("Bind for 0.0.0.0:80 failed"));
    desk.run("--progress", "quiet", "up", "-d").check("failure");
  }

  @Test
  void withoutAnEngine() {
    desk()
        .connecting(_ -> {
          throw new EngineException(
              EngineException.Kind.UNREACHABLE, "cannot reach an engine at unix:///nope");
        })
        .run("up", "-d")
        .run("config", "-q")
        .check("no-engine");
  }

  @Test
  void bugsAreNotHidden() {
    desk()
        .connecting(_ -> {
          var bug = new IllegalStateException("oh");
          bug.setStackTrace(new StackTraceElement[0]);
          throw bug;
        })
        .run("ps")
        .check("bug");
  }

  @Test
  void wrongArguments() {
    desk()
        .run("upp")
        .run("up", "--scal", "web=2")
        .run("up", "--scale", "web")
        .run("up", "--build", "--no-build")
        .run("up", "--wait", "--attach", "web")
        .run("up", "--pull", "sometimes")
        .run("up", "-d", "nosuch")
        .run("down", "--rmi", "some")
        .run("down", "--volumes=maybe")
        .run("ps", "--filter", "x")
        .run("ps", "--status", "well")
        .run("--progress", "loud", "ps")
        .run("--ansi", "no", "ps")
        .run("--compatibility", "ps")
        .run("-f", "nosuch.yaml", "config")
        .run("-p", "Shop", "ps")
        .check("wrong-arguments");
  }
}
