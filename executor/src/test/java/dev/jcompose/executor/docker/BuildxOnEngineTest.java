package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.Engine;
import dev.jcompose.executor.JointBuilder;
import dev.jcompose.executor.Projects;
import dev.jcompose.executor.contract.Specs;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.Builds;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.PlanOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Builds by the real plugin on a real engine.
@Tag("engine")
@Timeout(120)
final class BuildxOnEngineTest implements JointBuilder.Listener {
  /// What comes out of a cache says nothing.
  private static final BuildOptions AFRESH = new BuildOptions(true, false, Ordered.map());

  private final String name = "jcengine-" + Long.toHexString(System.nanoTime());
  private final List<String> heard = new ArrayList<>();

  @TempDir private Path home;
  @TempDir private Path context;
  private Engine engine = RealEngine.open();

  @BeforeEach
  void needsPlugin() throws Exception {
    RealEngine.require();
    Path plugin = RealEngine.requireBuildx();
    Path folder = Files.createDirectories(home.resolve("cli-plugins"));
    Files.createSymbolicLink(folder.resolve("docker-buildx"), plugin);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("DOCKER_CONFIG", home.toString());
    environment.remove("DOCKER_BUILDKIT");
    engine = new DockerEngine(environment);
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    engine.removeImage(name + "-web");
    engine.removeImage(name + "-api");
    engine.close();
  }

  @Test
  void imagesAreBuiltWithASecretAndWithoutWhatIsIgnored() throws Exception {
    write(".dockerignore", "*.log\n");
    write("web.dockerfile.dockerignore", "*.txt\n");
    write("a.log", "");
    write("a.txt", "");
    write("key", "swordfish");
    write("web.dockerfile", "FROM %s\nCOPY . /all\nRUN ls /all\n".formatted(Specs.IMAGE));

    build(
        """
        services:
          web: {build: {context: CONTEXT, dockerfile: web.dockerfile, labels: {from.file: "yes"}}}
          api:
            build:
              context: CONTEXT
              dockerfile_inline: |
                FROM IMAGE
                COPY . /all
                RUN ls /all
                RUN --mount=type=secret,id=key wc -c /run/secrets/key
              secrets: [key]
        secrets:
          key: {file: CONTEXT/key}
        """);

    assertThat(heard)
        .contains("api is built", "web is built")
        .contains("web: a.log", "api: a.txt", "api: 9 /run/secrets/key")
        .doesNotContain("web: a.txt", "api: a.log")
        .noneMatch(line -> line.contains("swordfish"));
    assertThat(engine.image(name + "-web").orElseThrow().labels())
        .containsEntry("from.file", "yes")
        .containsEntry("com.docker.compose.service", "web");
    assertThat(engine.image(name + "-api")).isPresent();
  }

  @Test
  void aStepThatFailsIsTold() throws Exception {
    build(
        """
        services:
          web:
            build:
              context: CONTEXT
              dockerfile_inline: |
                FROM IMAGE
                RUN echo before; exit 3
        """);

    assertThat(heard).contains("web: before");
    assertThat(heard.getLast()).startsWith("web has failed: ").endsWith("exit code: 3");
    assertThat(engine.image(name + "-web")).isEmpty();
  }

  private void build(String yaml) throws InterruptedException {
    var text = yaml.replace("CONTEXT", context.toString()).replace("IMAGE", Specs.IMAGE);
    var builds =
        Builds.of(Projects.named(name, text), List.of(), PlanOptions.Dependencies.LEFT_ALONE);
    engine.jointBuilder().orElseThrow().build(builds, AFRESH, this);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(context.resolve(file), text);
  }

  @Override
  public void wrote(Operation.BuildImage build, String line) {
    heard.add(build.service() + ": " + line);
  }

  @Override
  public void built(Operation.BuildImage build) {
    heard.add(build.service() + " is built");
  }

  @Override
  public void failed(Operation.BuildImage build, String reason) {
    heard.add(build.service() + " has failed: " + reason);
  }
}
