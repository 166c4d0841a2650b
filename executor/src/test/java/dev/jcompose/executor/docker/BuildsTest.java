package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.contract.Specs;
import dev.jcompose.executor.contract.Trial;
import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Builds on a real engine.
@Tag("engine")
@Timeout(120)
final class BuildsTest {
  private static final String FROM = "FROM " + Specs.IMAGE + "\n";

  private final Trial on = new Trial(RealEngine.open());
  private final String image = on.specs().project() + "-web";
  private final List<String> output = new ArrayList<>();

  @TempDir private Path context;

  @BeforeAll
  static void needsEngine() throws InterruptedException {
    RealEngine.require();
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    on.engine().removeImage(image);
    on.engine().removeImage(image + ":other");
    on.leaveNothingBehind();
  }

  @Test
  void ignoredFilesStayBehind() throws Exception {
    write("Dockerfile", FROM + "COPY . /all\nRUN cd /all && find . | sort\n");
    write(".dockerignore", "*.log\n!keep.log\nnode_modules\nDockerfile\n");
    write("a.log", "");
    write("keep.log", "");
    write("node_modules/x/y", "");
    write("src/ä long name".repeat(12), "");
    Files.createSymbolicLink(context.resolve("link"), Path.of("keep.log"));

    build(Draft.of(context));

    assertThat(output)
        .contains("./keep.log", "./link", "./src", "./" + "src/ä long name".repeat(12))
        .doesNotContain("./a.log", "./node_modules", "./Dockerfile");
  }

  @Test
  void argumentsTargetLabelsAndTagsCount() throws Exception {
    write(
        "Dockerfile",
        FROM.replace("\n", " AS first\n")
            + "ARG A=none\nARG B=none\nRUN echo A=$A B=$B\nFROM first\nRUN false\n");
    Draft draft = Draft.of(context).target("first").argument("A", "1").tag(image + ":other");

    on.engine()
        .build(
            draft.operation(image),
            new BuildOptions(true, false, Ordered.map(Map.of("B", "2"))),
            output::add);

    assertThat(output).contains("A=1 B=2");
    var built = on.engine().image(image).orElseThrow();
    assertThat(built.labels()).containsEntry("from.plan", "yes").containsEntry("from.file", "yes");
    assertThat(on.engine().image(image + ":other").orElseThrow().id()).isEqualTo(built.id());
  }

  @Test
  void aDockerfileFromElsewhereIsNotCopied(@TempDir Path elsewhere) throws Exception {
    Path dockerfile = elsewhere.resolve("web.dockerfile");
    Files.writeString(dockerfile, FROM + "COPY . /all\nRUN ls -A /all\n");
    write("only", "");

    build(Draft.of(context).dockerfile(dockerfile.toString()));

    assertThat(output).contains("only").noneMatch(line -> line.startsWith(".docker"));
  }

  @Test
  void aDockerfileMayBeInline() throws Exception {
    build(Draft.of(context).inline(FROM + "RUN echo inline > /inline\n"));

    assertThat(on.engine().image(image)).isPresent();
  }

  @Test
  void aFailingStepIsToldInTheEnginesWords() throws Exception {
    write("Dockerfile", FROM + "RUN echo before; exit 3\n");

    Trial.refused(EngineException.Kind.OTHER, () -> build(Draft.of(context)))
        .withMessageContaining("build image " + image)
        .withMessageContaining("returned a non-zero code: 3");
    assertThat(output).contains("before");
  }

  @Test
  void missingFilesAreNamed() {
    Trial.refused(EngineException.Kind.NOT_FOUND, () -> build(Draft.of(context)))
        .withMessageContaining("`build.dockerfile` is \"" + context.resolve("Dockerfile"));
    Path nowhere = context.resolve("nowhere");
    Trial.refused(EngineException.Kind.NOT_FOUND, () -> build(Draft.of(nowhere)))
        .withMessageContaining("`build.context` is \"" + nowhere);
  }

  @Test
  void whatTheClassicBuilderCannotDoIsRefused() {
    Trial.refused(
            EngineException.Kind.UNSUPPORTED,
            () -> build(Draft.of(context).inline(FROM).cacheFrom("type=gha")))
        .withMessageContaining("`build.cache_from`");
  }

  private void build(Draft draft) throws InterruptedException {
    on.engine().build(draft.operation(image), BuildOptions.PLAIN, output::add);
  }

  private void write(String name, String text) throws IOException {
    Path file = context.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
