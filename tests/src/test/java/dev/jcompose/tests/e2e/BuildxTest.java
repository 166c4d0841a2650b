package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Images that jcompose and docker compose build by docker's plugin buildx.
@NeedsEngine
@NeedsReference
@ExtendWith(EngineParameter.class)
final class BuildxTest {
  @Test
  void itIsToldWhatTheReferenceTellsIt(@TempDir Path folder, Engine engine)
      throws IOException, InterruptedException {
    try (TestProject project = withPlugin(folder, engine)) {
      project.variable("TOKEN", "swordfish");
      project.file(
          "compose.yaml",
          """
          services:
            all:
              image: r.example/all:1
              build:
                context: ./app
                dockerfile: ../all.dockerfile
                additional_contexts: {base: service:base, docs: ./docs}
                args: {A: "1", B: "$${B}"}
                labels: {l: v}
                tags: [r.example/all:2]
                cache_from: [r.example/all:cache]
                cache_to: ["type=local,dest=./c"]
                target: last
                secrets: [file, {source: token, target: T}]
                ssh: [k=./key]
                platforms: [linux/amd64, linux/arm64]
                pull: true
                no_cache: true
                network: host
                shm_size: 64m
                ulimits: {nofile: {soft: 10, hard: 20}}
                privileged: true
                entitlements: [network.host]
                extra_hosts: {h: 10.0.0.1}
                provenance: mode=max
                sbom: true
            base: {build: {context: ., dockerfile_inline: "FROM busybox", ssh: [default]}}
            remote: {build: "https://git.example/a.git#main:sub", platform: linux/arm64}
          secrets:
            file: {file: ./file}
            token: {environment: TOKEN}
          """);

      var ours = project.jcompose("build", "--print", "--build-arg", "C=3").ok().out();
      var theirs = project.reference("build", "--print", "--build-arg", "C=3").ok().out();

      assertThat(targets(ours)).isEqualTo(targets(theirs)).doesNotContain("swordfish");
    }
  }

  @Test
  void whatOneHasBuiltTheOtherRuns(@TempDir Path folder, Engine engine)
      throws IOException, InterruptedException {
    try (TestProject project = withPlugin(folder, engine)) {
      project.file(
          "Dockerfile", "FROM busybox\nRUN --mount=type=secret,id=s cp /run/secrets/s /s\n");
      project.file("secret", "swordfish");
      project.file(
          "compose.yaml",
          """
          services:
            web:
              build: {context: ., secrets: [s]}
              command: sleep 600
              stop_signal: SIGKILL
          secrets:
            s: {file: ./secret}
          """);

      project.jcompose("build").ok();
      project.reference("up", "-d", "--no-build").ok();
      var before = project.containerIds();
      project.jcompose("up", "-d").ok();
      assertThat(project.containerIds()).isEqualTo(before);
      assertThat(project.jcompose("exec", "-T", "web", "cat", "/s").ok().out())
          .isEqualTo("swordfish");

      project.reference("build").ok();
      project.jcompose("up", "-d").ok();
      assertThat(project.containerIds()).hasSize(1);
    }
  }

  @Test
  void cachesGoToARegistryWithTheImageAndComeFromThere(@TempDir Path folder, Engine engine)
      throws IOException, InterruptedException {
    NeedsEngine.Condition.assume(
        OwnEngine.isThere("docker-registry") && OwnEngine.isThere("openssl"),
        "docker-registry and openssl are missing");
    Path server = Files.createDirectories(folder.resolve("server"));
    try (OwnRegistry registry = OwnRegistry.start(server);
        TestProject project = withPlugin(folder, engine)) {
      registry.variables().forEach(project::variable);
      Files.move(folder.resolve("docker/cli-plugins"), server.resolve("cli-plugins"));
      String image = registry.host() + "/" + project.name() + ":1";
      project
          .file("app/Dockerfile", "FROM busybox\nRUN echo " + project.name() + " > /made\n")
          .file(
              "compose.yaml",
              """
              services:
                web:
                  image: %1$s
                  build:
                    context: app
                    cache_to: ["type=inline"]
                    cache_from: ["type=registry,ref=%1$s"]
              """
                  .formatted(image));
      try {
        project.jcompose("build").ok();
        project.jcompose("push").ok();
        assertThat(filesWith(server.resolve("data"), "moby.buildkit.cache")).isNotEmpty();

        assertThat(project.jcompose("build").ok().err())
            .contains("importing cache manifest from " + image, "CACHED")
            .doesNotContain("ERROR importing");
      } finally {
        project.jcompose("down", "--rmi", "all").ok();
      }
    }
  }

  private static List<Path> filesWith(Path folder, String words) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, words)).toList();
    }
  }

  private static boolean holds(Path file, String words) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What comes before is the list of their names, which the reference writes in any order.
  private static String targets(String bakeFile) {
    return bakeFile.substring(bakeFile.indexOf("\"target\": {"));
  }

  /// A project of a user who has the plugin; skips the test when the build was told of none.
  private static TestProject withPlugin(Path folder, Engine engine) throws IOException {
    Path plugin = Path.of(System.getProperty("jcompose.buildx", ""));
    Assumptions.assumeTrue(
        Files.isRegularFile(plugin), "the property jcompose.buildx names no program");
    Path plugins = Files.createDirectories(folder.resolve("docker/cli-plugins"));
    Files.createSymbolicLink(plugins.resolve("docker-buildx"), plugin);
    return new TestProject(folder, engine)
        .variable("DOCKER_CONFIG", folder.resolve("docker").toString());
  }
}
