package dev.jcompose.executor.bake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.BakeOptions;
import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.Projects;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.Builds;
import dev.jcompose.planner.PlanOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a bake file says of a build.
final class BakeFileTest {
  @Test
  void everyAttributeHasItsPlace() {
    assertThat(
            text(
                """
                services:
                  web:
                    image: r.example/web:1
                    build:
                      context: ./app
                      dockerfile: ../web.dockerfile
                      additional_contexts: {docs: ./docs}
                      args: {A: "1"}
                      labels: {l: v}
                      tags: [r.example/web:2, r.example/web:1]
                      cache_from: [r.example/web:cache]
                      cache_to: ["type=local,dest=./c"]
                      target: base
                      secrets: [s, {source: e, target: f}]
                      ssh: [default, k=./key]
                      platforms: [linux/amd64, linux/arm64]
                      pull: true
                      no_cache: true
                      no_cache_filter: [base]
                      network: host
                      shm_size: 64m
                      ulimits: {nofile: {soft: 10, hard: 20}, nproc: 5}
                      privileged: true
                      entitlements: [network.host]
                      extra_hosts: {h: [10.0.0.1, 10.0.0.2]}
                      provenance: mode=max
                      sbom: true
                secrets:
                  s: {file: "./se,cret"}
                  e: {environment: TOKEN}
                """,
                BuildOptions.PLAIN))
        .isEqualTo(
            """
            {
              "group": {
                "default": {
                  "targets": [
                    "web"
                  ]
                }
              },
              "target": {
                "web": {
                  "context": "/srv/shop/app",
                  "contexts": {
                    "docs": "/srv/shop/docs"
                  },
                  "dockerfile": "/srv/shop/web.dockerfile",
                  "args": {
                    "A": "1"
                  },
                  "labels": {
                    "com.docker.compose.project": "shop",
                    "com.docker.compose.service": "web",
                    "com.docker.compose.version": "2.40.3",
                    "l": "v"
                  },
                  "tags": [
                    "r.example/web:2",
                    "r.example/web:1"
                  ],
                  "cache-from": [
                    "r.example/web:cache"
                  ],
                  "cache-to": [
                    "type=local,dest=./c"
                  ],
                  "target": "base",
                  "secret": [
                    "id=s,type=file,\\"src=/srv/shop/se,cret\\"",
                    "id=f,type=env,env=TOKEN"
                  ],
                  "ssh": [
                    "default=",
                    "k=/srv/shop/key"
                  ],
                  "platforms": [
                    "linux/amd64",
                    "linux/arm64"
                  ],
                  "pull": true,
                  "no-cache": true,
                  "no-cache-filter": [
                    "base"
                  ],
                  "network": "host",
                  "shm-size": "67108864",
                  "ulimits": [
                    "nofile=10:20",
                    "nproc=5"
                  ],
                  "entitlements": [
                    "network.host",
                    "security.insecure"
                  ],
                  "extra-hosts": {
                    "h": "10.0.0.1,10.0.0.2"
                  },
                  "output": [
                    "type=image,push=false"
                  ],
                  "attest": [
                    "type=provenance,mode=max",
                    "type=sbom"
                  ]
                }
              }
            }\
            """);
  }

  @Test
  void whatAContextNeedsIsATargetButNotBuiltForItself() {
    assertThat(
            text(
                """
                services:
                  base.x: {build: base}
                  web: {build: {context: ., additional_contexts: {b: service:base.x}}}
                """,
                BuildOptions.PLAIN,
                "web"))
        .contains("\"targets\": [\n        \"web\"\n      ]")
        .contains("\"b\": \"target:base_x\"")
        .contains("\"base_x\": {\n      \"context\": \"/srv/shop/base\"");
  }

  @Test
  void variablesOfTheFileItselfAreKeptOut() {
    assertThat(
            text(
                """
                services:
                  web:
                    build:
                      dockerfile_inline: |
                        FROM x
                        RUN echo $${A} $$B %{C}
                """,
                BuildOptions.PLAIN))
        .contains("\"dockerfile-inline\": \"FROM x\\nRUN echo $${A} $B %%{C}\\n\"")
        .doesNotContain("\"dockerfile\"");
  }

  @Test
  void aRemoteContextKeepsTheDockerfilesPath() {
    assertThat(
            text(
                """
                services:
                  web: {build: {context: "https://git.example/a.git#main", dockerfile: x/D}}
                """,
                BuildOptions.PLAIN))
        .contains("\"context\": \"https://git.example/a.git#main\"")
        .contains("\"dockerfile\": \"x/D\"");
  }

  @Test
  void thePlatformOfTheServiceCounts() {
    assertThat(text("services: {web: {platform: linux/arm64, build: .}}", BuildOptions.PLAIN))
        .contains("\"platforms\": [\n        \"linux/arm64\"\n      ]")
        .contains("\"type=docker\"");
  }

  @Test
  void optionsOfTheCommandComeOnTop() {
    var bake =
        new BakeOptions(
            Optional.empty(),
            Ordered.map(Map.of("k", Optional.of("/key"))),
            Optional.empty(),
            Optional.empty(),
            Ordered.set(List.of("r.example/web")));
    var options =
        new BuildOptions(true, true, Ordered.map(Map.of("A", "2")), Optional.empty(), bake);
    assertThat(
            text(
                "services: {web: {image: r.example/web, build: {context: ., args: {A: 1}}}}",
                options))
        .contains("\"A\": \"2\"", "\"k=/key\"", "\"pull\": true", "\"no-cache\": true")
        .contains("\"type=registry\"");
  }

  @Test
  void noTwoServicesAreOneTarget() {
    assertThat(
            text(
                """
                services:
                  a.b: {build: {context: one, additional_contexts: {x: "service:a_b"}}}
                  a_b: {build: two}
                """,
                BuildOptions.PLAIN))
        .contains("\"a_b\": {\n      \"context\": \"/srv/shop/two\"")
        .contains("\"a_b_2\": {\n      \"context\": \"/srv/shop/one\"")
        .contains("\"x\": \"target:a_b\"");
  }

  private static String text(String yaml, BuildOptions options, String... services) {
    var names = Stream.of(services).map(ServiceName::new).toList();
    var builds = Builds.of(Projects.of(yaml), names, PlanOptions.Dependencies.LEFT_ALONE);
    return BakeFile.of(builds, options, Ordered.map()).text();
  }
}
