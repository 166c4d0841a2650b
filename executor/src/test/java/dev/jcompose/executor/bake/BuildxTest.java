package dev.jcompose.executor.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.executor.BakeOptions;
import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.JointBuilder;
import dev.jcompose.executor.Projects;
import dev.jcompose.model.FileSource;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Sensitive;
import dev.jcompose.planner.Builds;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.PlanOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The plugin as a program, played by a shell script.
@Timeout(60)
final class BuildxTest {
  private static final Project PROJECT =
      Projects.of(
          """
          services:
            api: {image: r.example/api, build: {context: ., privileged: true}}
            web: {build: .}
          """);

  @TempDir private Path folder;
  private final List<String> heard = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"v0.29.1,true", "0.17.0-desktop.1,true", "v1.0.0,true", "v0.16.2,false", "dev,true"})
  void onlyAVersionThatIsNewEnoughIsUsed(String version, boolean used) throws Exception {
    var fake = new FakeBuildx(folder).install(version, "");

    assertThat(Buildx.find(fake.environment()).isPresent()).isEqualTo(used);
  }

  @Test
  void itMayBeInAFolderOfTheUsersChoice(@TempDir Path home) throws Exception {
    new FakeBuildx(folder).install("v0.29.1", "");
    Files.writeString(
        home.resolve("config.json"),
        "{\"cliPluginsExtraDirs\": [\"%s\"]}".formatted(folder.resolve("cli-plugins")));
    var environment = Ordered.map(Map.of("DOCKER_CONFIG", home.toString()));

    assertThat(Buildx.find(environment)).isPresent();
  }

  @Test
  void itMayBeUnwanted() throws Exception {
    var environment =
        new LinkedHashMap<>(new FakeBuildx(folder).install("v0.29.1", "").environment());
    environment.put("DOCKER_BUILDKIT", "0");

    assertThat(Buildx.find(environment)).isEmpty();
  }

  @Test
  void allImagesAreBuiltByOneProcess() throws Exception {
    var fake =
        new FakeBuildx(folder)
            .install(
                "v0.29.1",
                """
                cat >&2 <<'END'
                {"vertexes":[{"digest":"sha256:0","name":"[internal] load local bake definitions","started":"t"}]}
                {"vertexes":[{"digest":"sha256:1","name":"[web 1/2] FROM x","started":"t","completed":"t","cached":true}]}
                {"vertexes":[{"digest":"sha256:2","name":"[web 2/2] RUN y","started":"t"}]}
                {"vertexes":[{"digest":"sha256:2","name":"[web 2/2] RUN y","started":"t"}]}
                {"logs":[{"vertex":"sha256:2","stream":1,"data":"b25lCnR3"}]}
                {"logs":[{"vertex":"sha256:2","stream":1,"data":"bwo="}]}
                {"vertexes":[{"digest":"sha256:3","name":"[web] exporting to image","started":"t","completed":"t"}]}
                {"vertexes":[{"digest":"sha256:4","name":"[api] exporting to image","started":"t"}]}
                END
                """);

    build(fake, BuildOptions.PLAIN);

    assertThat(heard)
        .containsExactly(
            "web: CACHED [web 1/2] FROM x",
            "web: [web 2/2] RUN y",
            "web: one",
            "web: two",
            "web: [web] exporting to image",
            "web is built",
            "api: [api] exporting to image",
            "api is built");
    assertThat(fake.words())
        .startsWith("bake --file - --progress rawjson --allow security.insecure --metadata-file ");
    assertThat(fake.variables())
        .contains("MODE=quick\n")
        .contains("BUILDX_BAKE_ENTITLEMENTS_FS=0\n");
    assertThat(Path.of(fake.words().replaceFirst(".*--metadata-file ", ""))).doesNotExist();
  }

  @Test
  void oneThatFailsIsNamed() throws Exception {
    var fake =
        new FakeBuildx(folder)
            .install(
                "v0.29.1",
                """
                echo 'Dockerfile:2' >&2
                echo 'ERROR: target web: failed to solve: exit code: 3' >&2
                exit 1
                """);

    build(fake, BuildOptions.PLAIN);

    assertThat(heard)
        .containsExactly("web: Dockerfile:2", "web has failed: failed to solve: exit code: 3");
  }

  @Test
  void aFailureOfTheProgramItselfIsTold() throws Exception {
    var fake = new FakeBuildx(folder).install("v0.29.1", "exit 7");

    build(fake, BuildOptions.PLAIN);

    assertThat(heard).containsExactly("api has failed: exit status 7");
  }

  @Test
  void whatIsPushedHasADigest() throws Exception {
    var fake =
        new FakeBuildx(folder)
            .install(
                "v0.29.1",
                "echo '{\"api\": {\"containerimage.digest\": \"sha256:5\"}}' >\"$metadata\"");
    var pushed =
        new BakeOptions(
            Optional.of("big"),
            Ordered.map(),
            Optional.of("true"),
            Optional.of("mode=max"),
            Ordered.set(List.of("r.example/api")));

    build(fake, new BuildOptions(false, false, Ordered.map(), Optional.empty(), pushed));

    assertThat(heard)
        .containsExactly("api: pushed r.example/api@sha256:5", "api is built", "web is built");
    assertThat(fake.words()).contains(" --builder big --sbom=true --provenance=mode=max ");
    assertThat(fake.input()).containsOnlyOnce("\"type=registry\"");
  }

  @Test
  void aSecretIsInNothingButItsVariable() throws Exception {
    var fake = new FakeBuildx(folder).install("v0.29.1", "");
    var web = Builds.of(PROJECT, PROJECT.services().lastEntry().getValue());
    var secret = new FileSource.FromEnvironment("TOKEN", Optional.of(new Sensitive("swordfish")));
    var build =
        new Operation.BuildImage(
            web.service(),
            web.image(),
            web.build(),
            web.platform(),
            web.labels(),
            Ordered.map(Map.of("token", secret)),
            Ordered.map());

    find(fake).build(List.of(build), BuildOptions.PLAIN, new Heard());

    assertThat(fake.variables()).contains("TOKEN=swordfish\n");
    assertThat(fake.input()).contains("id=token,type=env,env=TOKEN").doesNotContain("swordfish");
    assertThat(fake.words() + heard + build).doesNotContain("swordfish");
  }

  @Test
  void aCheckTellsWhatIsWrong() throws Exception {
    var fake = new FakeBuildx(folder).install("v0.29.1", "echo 'one warning'; exit 1");

    assertThat(find(fake).check(builds(), BuildOptions.PLAIN, heard::add)).isFalse();

    assertThat(heard).containsExactly("one warning");
    assertThat(fake.input()).contains("\"call\": \"lint\"").doesNotContain("output");
  }

  @Test
  void aCheckThatIsNotPossibleFails() throws Exception {
    var fake = new FakeBuildx(folder).install("v0.29.1", "echo 'ERROR: too old' >&2; exit 1");

    assertThatThrownBy(() -> find(fake).check(builds(), BuildOptions.PLAIN, heard::add))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("too old");
  }

  @Test
  void anInterruptEndsTheProgram() throws Exception {
    var fake = new FakeBuildx(folder).install("v0.29.1", "exec sleep 600");
    var building =
        Thread.ofVirtual()
            .start(() -> {
              try {
                find(fake).build(builds(), BuildOptions.PLAIN, new Heard());
              } catch (InterruptedException _) {
                heard.add("interrupted");
              }
            });
    while (ProcessHandle.current().descendants().noneMatch(BuildxTest::sleeps)) {
      Thread.sleep(10);
    }
    building.interrupt();
    building.join();

    assertThat(heard).containsExactly("interrupted");
    assertThat(ProcessHandle.current().descendants().filter(BuildxTest::sleeps)).isEmpty();
  }

  private static boolean sleeps(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.endsWith("sleep 600")).isPresent();
  }

  private void build(FakeBuildx fake, BuildOptions options) throws InterruptedException {
    find(fake).build(builds(), options, new Heard());
  }

  private static Buildx find(FakeBuildx fake) throws InterruptedException {
    return Buildx.find(fake.environment()).orElseThrow();
  }

  private static List<Operation.BuildImage> builds() {
    return Builds.of(PROJECT, List.of(), PlanOptions.Dependencies.LEFT_ALONE);
  }

  private final class Heard implements JointBuilder.Listener {
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
}
