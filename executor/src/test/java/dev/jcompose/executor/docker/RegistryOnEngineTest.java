package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ImageProgress;
import dev.jcompose.executor.contract.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Images that go to a registry with a password and come from there, by a real engine.
@Tag("engine")
@Timeout(120)
final class RegistryOnEngineTest {
  @TempDir private static Path directory;
  @TempDir private Path home;

  private static @Nullable LocalRegistry running;
  private final List<ImageProgress> progress = new ArrayList<>();
  private String image = "";

  @BeforeAll
  static void needsEngineAndRegistry() throws Exception {
    RealEngine.require();
    RealEngine.requirePrograms("docker-registry");
    running = LocalRegistry.start(directory);
  }

  @AfterAll
  static void stopRegistry() {
    registry().close();
  }

  @BeforeEach
  void nameAnImage() throws Exception {
    image = registry().host() + "/team/" + Long.toHexString(System.nanoTime()) + ":1";
    try (Engine engine = RealEngine.open()) {
      engine.build(
          Draft.of(home).inline("FROM " + Specs.IMAGE + "\nLABEL of=" + image).operation(image),
          BuildOptions.PLAIN,
          _ -> {});
    }
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    try (Engine engine = RealEngine.open()) {
      engine.removeImage(image);
    }
  }

  @Test
  void whatIsPushedCanBeFetchedAndPinned() throws Exception {
    user("{\"auths\":{\"%s\":%s}}", login());
    try (Engine engine = engine()) {
      engine.push(image, progress::add);
      assertThat(progress)
          .anyMatch(state -> state.status().startsWith("1: digest: sha256:"))
          .anyMatch(state -> state.layer().isPresent());
      var id = engine.image(image).orElseThrow().id();
      engine.removeImage(image);

      engine.pull(image, Optional.empty(), _ -> {});

      assertThat(engine.image(image).orElseThrow().id()).isEqualTo(id);
      assertThat(engine.pinned(image)).startsWith(image + "@sha256:");
      engine.removeImage(engine.pinned(image).replaceFirst(":1@", "@"));
    }
  }

  @Test
  void aHelperIsAskedForThePassword() throws Exception {
    Path helper = Files.createDirectories(home.resolve("bin")).resolve("docker-credential-test");
    Files.writeString(
        helper,
        "#!/bin/sh\necho '{\"Username\":\"%s\",\"Secret\":\"%s\"}'\n"
            .formatted(LocalRegistry.USER, LocalRegistry.PASSWORD));
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
    user("{\"credHelpers\":{\"%s\":\"test\"}}");
    try (Engine engine = engine()) {
      engine.push(image, progress::add);
    }
    assertThat(progress).isNotEmpty();
  }

  @Test
  void aStrangerIsToldToLogIn() throws Exception {
    user("{}");
    try (Engine engine = engine()) {
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.push(image, progress::add))
          .withMessageStartingWith("cannot push image " + image + ": ")
          .withMessageContaining("no basic auth credentials")
          .withMessageContaining("`docker login " + registry().host() + "`");
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.pull(image, Optional.empty(), progress::add))
          .withMessageContaining("`docker login " + registry().host() + "`");
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.pinned(image))
          .withMessageContaining("`docker login " + registry().host() + "`");
    }
  }

  @Test
  void aWrongPasswordIsTold() throws Exception {
    user("{\"auths\":{\"%s\":%s}}", LocalRegistry.login(LocalRegistry.USER, "guess"));
    try (Engine engine = engine()) {
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.push(image, progress::add))
          .withMessageContaining("does not accept what docker knows of you")
          .withMessageNotContaining("guess");
    }
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    user("{\"auths\":{\"%s\":%s}}", login());
    String other = registry().host() + "/team/none:1";
    try (Engine engine = engine()) {
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.pull(other, Optional.empty(), progress::add))
          .withMessageContaining("manifest unknown")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(EngineException.Kind.NOT_FOUND));
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> engine.push(other, progress::add))
          .withMessageContaining("`jcompose build`");
    }
  }

  private static LocalRegistry registry() {
    return Objects.requireNonNull(running);
  }

  private static String login() {
    return LocalRegistry.login(LocalRegistry.USER, LocalRegistry.PASSWORD);
  }

  /// Writes the user's configuration, with the registry as first and this as second.
  private void user(String format, String... login) throws IOException {
    Files.writeString(
        home.resolve("config.json"),
        login.length == 0
            ? format.formatted(registry().host())
            : format.formatted(registry().host(), login[0]));
  }

  private Engine engine() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("DOCKER_CONFIG", home.toString());
    environment.put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
    return new DockerEngine(environment);
  }
}
