package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.tests.e2e.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Projects that go to a registry with a password and come from there.
@Tag("engine")
@Timeout(120)
final class PublishTest {
  private static final String SIMPLE =
      """
      name: shop
      services:
        web: {image: busybox, command: sleep 600, environment: {A: "${A:-b}"}}
      """;

  private static final String MANY_FILES =
      """
      name: shop
      services:
        web:
          extends: {file: common/base.yaml, service: base}
          image: busybox
          env_file: [web.env, {path: none.env, required: false}]
      """;

  @TempDir private static Path server;
  private static @Nullable OwnRegistry running;

  @TempDir private Path folder;

  @BeforeAll
  static void needsARegistry() throws IOException, InterruptedException {
    NeedsEngine.Condition.assume(
        OwnEngine.isThere("docker-registry") && OwnEngine.isThere("openssl"),
        "docker-registry and openssl are missing");
    running = OwnRegistry.start(server);
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("common"));
    Files.writeString(folder.resolve("compose.yaml"), SIMPLE);
    Files.writeString(folder.resolve("web.env"), "FROM_FILE=1\n");
  }

  @Test
  void aProjectOfManyFilesComesBackWhole() throws Exception {
    Files.writeString(folder.resolve("compose.yaml"), MANY_FILES);
    Files.writeString(
        folder.resolve("common/base.yaml"),
        "services: {base: {labels: {from: base}, env_file: [base.env]}}");
    Files.writeString(folder.resolve("common/base.env"), "OF_BASE=2\n");
    Files.writeString(
        folder.resolve("more.yaml"), "services: {web: {ports: [\"127.0.0.1:8080:80\"]}}");
    String[] both = {"-f", "compose.yaml", "-f", "more.yaml"};
    String here = jcompose(both[0], both[1], both[2], both[3], "config").ok().out();

    jcompose(both[0], both[1], both[2], both[3], "publish", "-y", "--with-env", at("many")).ok();

    assertThat(here).contains("FROM_FILE", "OF_BASE", "from: base", "8080");
    assertThat(jcompose("-f", "oci://" + at("many"), "config").ok().out()).isEqualTo(here);
  }

  @Test
  void nothingGoesWithoutConsent() throws Exception {
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        services:
          web:
            image: busybox
            volumes: [".:/data"]
            environment: {DB_PASSWORD: hunter2, ADDRESS: "amqp://me:hunter3@queue"}
        """);
    Files.writeString(folder.resolve("answers"), "y\ny\nn\n");
    Run run =
        Program.jcompose()
            .reading(folder.resolve("answers"), folder, variables(), "publish", at("no"));
    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(run.err())
        .contains(folder.toString(), "compose.yaml:5: an address with a password", "DB_PASSWORD")
        .doesNotContain("hunter");
    assertThat(jcompose("-f", "oci://" + at("no"), "config").exitCode()).isEqualTo(1);
  }

  @Test
  void whatOthersCouldNotUseIsRefused() throws Exception {
    Files.writeString(folder.resolve("compose.yaml"), "services: {web: {build: .}}");
    assertThat(jcompose("publish", "-y", at("built")).err()).contains("web can only be built");
    Files.writeString(folder.resolve("compose.yaml"), "include: [common/base.yaml]");
    Files.writeString(folder.resolve("common/base.yaml"), SIMPLE);
    assertThat(jcompose("publish", "-y", at("parts")).err()).contains("includes files of this");
  }

  @Test
  void aStrangerIsToldToLogIn() throws Exception {
    Map<String, String> stranger = variables();
    stranger.put("DOCKER_CONFIG", folder.toString());
    assertThat(Program.jcompose().run(folder, stranger, "publish", "-y", at("mine")).err())
        .contains("docker login " + registry().host());
  }

  @Test
  void dockerComposeReadsWhatWePublishAndTheReverse() throws Exception {
    NeedsEngine.Condition.assume(Program.reference().isPresent(), "no docker compose to compare");
    for (String version : new String[] {"1.0", "1.1"}) {
      jcompose("publish", "-y", "--oci-version", version, at("ours" + version)).ok();
      reference("publish", "-y", "--oci-version", version, at("theirs" + version)).ok();
      for (String name : new String[] {"ours" + version, "theirs" + version}) {
        String[] config = {"-f", "oci://" + at(name), "config"};
        assertThat(jcompose(config).ok().out())
            .as(name)
            .contains("A: b")
            .isEqualTo(reference(config).ok().out());
      }
    }
  }

  private static OwnRegistry registry() {
    return Objects.requireNonNull(running);
  }

  private static String at(String name) {
    return registry().host() + "/team/" + name + ":1";
  }

  private Run jcompose(String... arguments) throws InterruptedException {
    return Program.jcompose().run(folder, variables(), arguments);
  }

  private Run reference(String... arguments) throws InterruptedException {
    return Program.reference().orElseThrow().run(folder, variables(), arguments);
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>(registry().variables());
    variables.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return variables;
  }
}
