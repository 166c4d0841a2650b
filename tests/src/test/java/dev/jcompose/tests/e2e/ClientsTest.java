package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Programs that were written for docker compose run jcompose in its place and do not notice.
@NeedsEngine
@Timeout(240)
@ExtendWith(EngineParameter.class)
final class ClientsTest {
  private static final String DATABASE =
      """
      services:
        db:
          image: busybox
          command: nc -ll -p 5432 -e cat
          stop_signal: SIGKILL
          ports: ["127.0.0.1::5432"]
          environment: {POSTGRES_USER: anna, POSTGRES_PASSWORD: sesame, POSTGRES_DB: shop}
          labels: {org.springframework.boot.service-connection: postgres}
      """;

  private static final String ECHO =
      """
      services:
        web:
          image: busybox
          command: nc -ll -p 7 -e cat
          stop_signal: SIGKILL
          environment: {GREETING: "${GREETING}"}
          depends_on: [db]
        db:
          image: busybox
          command: sh -c "echo ready; sleep 600"
          stop_signal: SIGKILL
      """;

  /// Does what Testcontainers has `socat` do, and nothing else.
  private static final String PORT_FORWARDER =
      """
      FROM busybox
      RUN printf '%s\\n' '#!/bin/sh' \\
        'listen=${1#TCP-LISTEN:}; to=${2#TCP:}' \\
        'exec nc -ll -p "${listen%%,*}" -e nc "${to%:*}" "${to##*:}"' > /bin/socat \\
        && chmod +x /bin/socat
      """;

  @TempDir Path folder;
  private Path plugin = Path.of("");

  @BeforeEach
  void whereDockerLooksForPlugins() {
    plugin = folder.resolve("config/cli-plugins/docker-compose");
  }

  @Test
  void springBootStartsAndStopsItsServices(Engine engine) throws Exception {
    Path calls = Program.jcompose().script(plugin);
    assertSpringFindsTheDatabase(engine, Map.of("DOCKER_CONFIG", config()));
    assertThat(calls)
        .content()
        .contains("compose version", "config --format=json", "up --no-color --detach --wait")
        .contains("ps --orphans=false --format=json", "down --timeout");
  }

  @Test
  void springBootCallsTheStandaloneProgramWhereDockerHasNoPlugin(Engine engine) throws Exception {
    Path calls = Program.jcompose().script(folder.resolve("bin/docker-compose"));
    assertSpringFindsTheDatabase(
        engine,
        Map.of(
            "DOCKER_CONFIG",
            config(),
            "PATH",
            folder.resolve("bin") + ":" + System.getenv().getOrDefault("PATH", "")));
    assertThat(calls).content().contains("up --no-color --detach --wait", "down --timeout");
  }

  @Test
  void testcontainersStartsAStackAndTalksToIt(Engine engine) throws Exception {
    Path calls = Program.jcompose().script(plugin);
    String image = "jcompose-test-forwarder-" + Long.toHexString(System.nanoTime());
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", ECHO).file("forwarder/Dockerfile", PORT_FORWARDER);
      docker("build", "-q", "-t", image, "forwarder").ok();
      try {
        Run run =
            project
                .other( // told the host, or it pulls an image to find it from inside a container
                    Program.java(TestcontainersClient.class.getName()),
                    Map.of(
                        "DOCKER_CONFIG",
                        config(),
                        "TESTCONTAINERS_HOST_OVERRIDE",
                        "127.0.0.1",
                        "TESTCONTAINERS_RYUK_DISABLED",
                        "true",
                        "TESTCONTAINERS_SOCAT_CONTAINER_IMAGE",
                        image),
                    folder.resolve("compose.yaml").toString(),
                    docker("version", "--format", "{{.Server.APIVersion}}").ok().out().strip())
                .ok();
        assertThat(run.out()).matches("/[a-z0-9]+-web-1\nhello\ngood morning\n");
        String stack = run.out().substring(1, run.out().indexOf('-'));
        assertThat(docker("ps", "-aq", "--filter", "name=" + stack).ok().out()).isEmpty();
      } finally {
        docker("image", "rm", "-f", image).ok();
      }
      assertThat(calls).content().contains("up -d", "down -v");
    }
  }

  private void assertSpringFindsTheDatabase(Engine engine, Map<String, String> environment)
      throws Exception {
    try (TestProject project = new TestProject(folder, engine)) {
      project.file("compose.yaml", DATABASE);
      Run run =
          project
              .other(
                  Program.java(SpringClient.class.getName()),
                  environment,
                  "--spring.docker.compose.file=" + folder.resolve("compose.yaml"),
                  "--spring.docker.compose.stop.command=down",
                  "--spring.main.banner-mode=off")
              .ok();
      assertThat(run.out().lines().toList().getLast())
          .matches("jdbc:postgresql://127.0.0.1:[0-9]{4,5}/shop anna sesame");
      assertThat(project.leftovers()).isEmpty();
    }
  }

  private String config() {
    return folder.resolve("config").toString();
  }

  private Run docker(String... arguments) throws InterruptedException {
    return new Program(List.of("docker")).run(folder, Map.of(), arguments);
  }
}
