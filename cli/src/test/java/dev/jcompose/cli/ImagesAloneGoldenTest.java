package dev.jcompose.cli;

import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.JointBuilder;
import dev.jcompose.planner.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `build`, `pull` and `push` print and how they end.
@Timeout(60)
final class ImagesAloneGoldenTest {
  private static final String PROJECT =
      """
      name: shop
      services:
        api: {image: r.example/api, build: {context: ., tags: [r.example/api:2]}}
        db: {image: busybox}
        gone: {image: r.example/gone, depends_on: [db]}
        web: {build: .}
      """;

  @TempDir Path folder;

  private Desk desk() {
    return new Desk(folder).file("compose.yaml", PROJECT).variable("COMPOSE_PARALLEL_LIMIT", "1");
  }

  @Test
  void building() {
    desk()
        .run("build", "--dry-run")
        .run("build")
        .run("build", "-q", "web")
        .run("build", "--progress", "json", "web")
        .run("build", "--push", "api")
        .run("build", "db")
        .run("build", "nosuch")
        .run("build", "--sbom", "true", "--ssh", "default")
        .run("build", "--check")
        .run("build", "--memory", "much")
        .check("build-classic");
  }

  @Test
  void buildingInOneGo() {
    var desk = desk();
    desk.engine.buildBy(new Joint(desk));
    desk.run("build")
        .run("--progress", "json", "build", "--push")
        .run("build", "--memory", "64m", "web")
        .run("build", "--check", "web")
        .check("build-joint");
  }

  @Test
  void showingWhatWouldBeBuilt() {
    desk().run("build", "--print", "--push", "--no-cache", "api").check("build-print");
  }

  @Test
  void pulling() {
    var desk = desk();
    desk.engine.hand().withhold("r.example/gone");
    desk.run("pull")
        .run("pull", "--ignore-pull-failures", "--ignore-buildable")
        .run("pull", "-q", "gone")
        .run("pull", "--include-deps", "--policy", "missing", "gone", "--dry-run")
        .run("pull", "--policy", "sometimes")
        .run("pull", "web")
        .check("pull");
  }

  @Test
  void pushing() {
    desk()
        .run("push")
        .run("push", "--ignore-push-failures")
        .run("build", "-q")
        .run("push", "db")
        .run("--progress", "json", "push")
        .check("push");
  }

  /// One that says all it has to say, makes what it is told, and finds something to complain of.
  private record Joint(Desk desk) implements JointBuilder {
    @Override
    public void build(List<Operation.BuildImage> builds, BuildOptions options, Listener listener) {
      for (Operation.BuildImage build : builds) {
        listener.wrote(build, "[" + build.service() + " 1/1] FROM x");
      }
      for (Operation.BuildImage build : builds) {
        if (!options.bake().pushed().contains(build.image())) {
          desk.engine.hand().image(build.image());
        }
        listener.built(build);
      }
    }

    @Override
    public boolean check(
        List<Operation.BuildImage> builds, BuildOptions options, Consumer<String> output) {
      output.accept("WARNING: nothing is good enough");
      return false;
    }
  }
}
