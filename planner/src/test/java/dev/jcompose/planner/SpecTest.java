package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/// What a container is made with.
class SpecTest {
  @Test
  void labelsAreThoseOfDockerCompose() {
    var project =
        Yaml.project(
            """
            services:
              web:
                image: i
                labels: {tier: front}
                depends_on:
                  db: {condition: service_healthy, restart: true}
                  cache: {condition: service_started}
              db: {image: i}
              cache: {image: i}
            """);
    var spec = Plans.container(World.with("i").plan(project), "shop-web-1");
    assertThat(spec.labels())
        .containsEntry("tier", "front")
        .containsEntry("com.docker.compose.project", "shop")
        .containsEntry("com.docker.compose.service", "web")
        .containsEntry("com.docker.compose.container-number", "1")
        .containsEntry("com.docker.compose.oneoff", "False")
        .containsEntry("com.docker.compose.version", "2.40.3")
        .containsEntry("com.docker.compose.project.working_dir", "/shop")
        .containsEntry(
            "com.docker.compose.depends_on", "cache:service_started:false,db:service_healthy:true")
        .containsKey("com.docker.compose.config-hash")
        .containsKey("com.docker.compose.project.config_files")
        .doesNotContainKey("com.docker.compose.replace");
  }

  @Test
  void aContainerIsKnownByItsNameItsServiceAndItsAliases() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, networks: {front: {aliases: [www]}}}
            networks: {front: }
            """);
    var spec = Plans.container(World.with("i").plan(project), "shop-web-1");
    assertThat(spec.endpoints()).extracting(Endpoint::network).containsExactly("shop_front");
    assertThat(spec.endpoints().getFirst().aliases()).containsExactly("shop-web-1", "web", "www");
  }

  @Test
  void filesAreBoundAndOtherContentIsWritten() {
    var project =
        Yaml.project(
            """
            services:
              web:
                image: i
                configs: [plain, text, {source: plain, target: /owned, uid: "1", mode: 0400}]
                secrets: [key, password]
            configs:
              plain: {file: ./plain}
              text: {content: hello}
            secrets:
              key: {file: ./key}
              password: {environment: DB_PASSWORD}
            """);
    var plan = World.with("i").plan(project);
    assertThat(Plans.container(plan, "shop-web-1").mounts())
        .extracting(mount -> mount.at().target())
        .containsExactly("/plain", "/run/secrets/key");
    Plans.assertPlan(
        plan,
        """
        [] -> #1 network shop_default, create, missing
        [1] -> #2 shop-web-1, create container, missing
        [2] -> #3 shop-web-1, write /text, /owned, /run/secrets/password, missing
        [3] -> #4 shop-web-1, start, missing
        """);
    assertThat(plan.steps().toString()).doesNotContain("hush").doesNotContain("hello");
  }

  @Test
  void problemsAreAllToldAtOnce() {
    var project =
        Yaml.project(
            """
            services:
              a: {image: i}
              b: {image: i}
              c: {image: j, pull_policy: never, secrets: [s]}
              d: {image: i, secrets: [s], networks: [out]}
            networks: {out: {external: true}}
            secrets: {s: {environment: NOT_SET}}
            """);
    Plans.assertPlan(
        World.with("i").plan(project),
        """
        ! service c: image "j" is not there and may not be fetched
        ! network out is external, and there is no network "out"
        ! service c: secret s needs the variable NOT_SET, which is not set
        ! service d: secret s needs the variable NOT_SET, which is not set
        """);
  }

  @Test
  void aScaledServiceCannotHaveItsOwnContainerName() {
    var project = Yaml.project("services: {a: {image: i, container_name: mine}}");
    var services = new LinkedHashMap<>(project.services());
    services.replaceAll((_, service) -> service.withScale(2));

    Plans.assertPlan(
        World.with("i").plan(project.withServices(services)),
        """
        ! service a: 2 replicas cannot all be named "mine"
        """);
  }
}
