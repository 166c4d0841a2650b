package dev.jcompose.cli;

import dev.jcompose.executor.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `config` prints, and in which forms mistakes are told.
final class ConfigGoldenTest {
  private static final String STACK =
      """
      name: stack
      services:
        web: {image: "r.example/web:1", models: [llm], networks: [back]}
        built: {build: ., image: mine}
        only-built: {build: .}
        pinned: {image: "busybox:1@sha256:%s"}
        db: {image: busybox, profiles: [data], volumes: ["data:/data"]}
      networks: {back: {}}
      volumes: {data: {}}
      models: {llm: {model: ai/small}, unused: {model: ai/large}}
      """
          .formatted("0".repeat(64));

  private static final String WRONG =
      """
      name: wrong
      services:
        web:
          image: "busybox:${TAG}"
          prts: ["80:80"]
          stop_grace_period: 90%
      """;

  @TempDir Path folder;

  private Desk desk(String file) {
    return new Desk(folder).file("compose.yaml", file);
  }

  @Test
  void configInItsForms() {
    Desk.shop(folder)
        .run("config")
        .run("config", "--services")
        .run("config", "--images")
        .run("config", "--hash", "db")
        .run("config", "-q")
        .run("config", "--format", "xml")
        .check("config");
  }

  @Test
  void configLeavesVariablesAsTheyAreWritten() {
    new Desk(folder)
        .file(
            "compose.yaml",
            """
            name: shop
            include: [{}]
            services:
              base: {image: busybox, labels: {tier: "${TIER}", one: 1}}
              tool: {extends: {file: base.yaml, service: tool}}
              web:
                extends: base
                build: {context: ., args: {NAME: }}
                labels: {app: web}
                environment: [NAME, "B=${B}"]
                scale: 2
                deploy: {mode: replicated}
            """)
        .file("base.yaml", "services: {tool: {image: busybox, env_file: [tool.env]}}")
        .file(
            "over.yaml",
            "services: {web: {environment: {NAME: , A: a}}, tool: {env_file: tool.env}}")
        .file(".env", "NAME=from .env")
        .run("-f", "compose.yaml", "-f", "over.yaml", "config", "--no-interpolate")
        .check("config-no-interpolate");
  }

  @Test
  void namedServicesAreEnabledAndUnusedThingsLeftOut() {
    new Desk(folder)
        .file(
            "compose.yaml",
            """
            name: shop
            services:
              web: {image: busybox, depends_on: [db], network_mode: none}
              db: {image: busybox, profiles: [data], network_mode: none, env_file: missing.env}
              tool: {image: busybox, profiles: [tools], volumes: [cache:/cache]}
            volumes: {cache: {}, unused: {}}
            """)
        .run("config")
        .run("config", "--services", "db")
        .run("config", "--hash", "web", "db")
        .run("config", "db")
        .run("--profile", "*", "config", "--volumes")
        .run("config", "nosuch", "db")
        .check("config-services");
  }

  @Test
  void namesAreListed() {
    desk(STACK)
        .run("config", "--services")
        .run("config", "--models")
        .run("config", "--networks")
        .run("config", "--profiles")
        .run("config", "--images")
        .run("--profile", "data", "config", "--volumes")
        .run("config", "--images", "--services")
        .run("config", "-q", "--services")
        .run("convert", "--services")
        .run("config", "--hash", "nosuch,web")
        .run("config", "--hash", "db")
        .check("config-lists");
  }

  @Test
  void variablesAreListed() {
    desk("""
    services:
      web:
        image: "${IMAGE:-busybox}:${TAG:?say which}"
        labels:
          a: "$A $$B ${C:+${D}} ${}"
          e: "${E-${F:-f}}"
          t: "${TAG-1}"
    """)
        .run("config", "--variables")
        .run("config", "--variables", "--format", "json")
        .run("config", "--variables", "--format", "xml")
        .file("compose.yaml", "services: {web: {image: busybox}}")
        .run("config", "--variables")
        .run("config", "--variables", "--format", "json")
        .check("config-variables");
  }

  @Test
  void imagesAreHeldToTheirDigests() {
    var desk = desk(STACK);
    desk.engine.hand().publish("r.example/web:1").publish("mine").publish("busybox");
    desk.run("config", "--resolve-image-digests", "web", "pinned", "only-built")
        .run("--profile", "data", "config", "--lock-image-digests")
        .run("config", "--lock-image-digests", "--format", "json", "web")
        .run("config", "--lock-image-digests", "-o", "lock.yaml")
        .run("-f", "compose.yaml", "-f", "lock.yaml", "config", "--images")
        .run("config", "--lock-image-digests", "--no-interpolate");
    desk.engine.hand().withhold("mine");
    desk.run("config", "--lock-image-digests")
        .connecting(_ -> {
          throw new EngineException(
              EngineException.Kind.UNREACHABLE, "cannot reach an engine at unix:///nope");
        })
        .run("config", "--lock-image-digests")
        .check("config-digests");
  }

  @Test
  void sameContainerNamesMatterWhereContainersAreMade() {
    desk("""
    name: twins
    services:
      cpu: {image: "busybox:cpu", container_name: worker, depends_on: [db]}
      gpu: {image: "busybox:gpu", container_name: worker}
      db: {image: busybox}
    """)
        .run("config")
        .run("create")
        .run("config", "cpu", "--format", "json")
        .run("create", "--dry-run", "cpu", "gpu")
        .run("config", "--images")
        .run("config", "--hash", "db")
        .run("ps")
        .check("config-same-names");
  }

  @Test
  void mistakesAreToldToPrograms() {
    desk(WRONG)
        .run("config", "-q")
        .run("config", "-q", "--format", "json")
        .file("compose.yaml", "{name: fine, services: {web: {image: 'busybox:${TAG}'}}}")
        .run("config", "-q", "--format", "json")
        .run("-f", "nosuch.yaml", "config", "-q", "--format", "json")
        .check("config-json-problems");
  }

  @Test
  void mistakesAreAnnotationsInGitHubActions() throws IOException {
    new Desk(Files.createDirectory(folder.resolve("stack")))
        .file("compose.yaml", WRONG)
        .variable("GITHUB_ACTIONS", "true")
        .run("up", "-d")
        .variable("GITHUB_WORKSPACE", "FOLDER/..")
        .file("a,b:%.yaml", WRONG)
        .run("-f", "a,b:%.yaml", "config", "-q", "--format", "json")
        .run("-f", "nosuch.yaml", "ps")
        .check("config-annotations");
  }
}
