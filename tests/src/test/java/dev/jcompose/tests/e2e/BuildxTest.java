package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
