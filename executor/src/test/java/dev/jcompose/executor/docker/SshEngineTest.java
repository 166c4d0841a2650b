package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.contract.EngineContract;
import dev.jcompose.executor.contract.Trial;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract, on a real engine behind ssh, and what is said when the way there is closed.
@Tag("engine")
final class SshEngineTest extends EngineContract {
  @TempDir private static Path directory;
  private static @Nullable SshServer server;

  @BeforeAll
  static void startServer() throws IOException, InterruptedException {
    RealEngine.require();
    RealEngine.requirePrograms("sshd", "ssh", "ssh-keygen", "docker");
    server = SshServer.start(directory);
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected Engine open() {
    return engine("there" + RealEngine.socket(), server().environment());
  }

  /// Servers turn clients away when too many ask at once.
  @Test
  void manyCallsAtOnceAllGoThrough() throws Exception {
    var images = new ArrayList<CompletableFuture<Boolean>>();
    for (int i = 0; i < 40; i++) {
      var found = new CompletableFuture<Boolean>();
      images.add(found);
      Thread.ofVirtual().start(() -> find(on().engine(), "jcompose.invalid/nothing", found));
    }
    for (var found : images) {
      assertThat(found.get()).isFalse();
    }
  }

  private static void find(Engine engine, String image, CompletableFuture<Boolean> found) {
    try {
      found.complete(engine.image(image).isPresent());
    } catch (InterruptedException | EngineException e) {
      found.completeExceptionally(e);
    }
  }

  @Test
  void aStrangerIsRefusedInTheWordsOfSsh() {
    try (Engine engine = engine("there", server().strangersEnvironment())) {
      Trial.refused(EngineException.Kind.UNREACHABLE, engine::info)
          .withMessageStartingWith("cannot reach an engine at ssh://there (from DOCKER_HOST): ")
          .withMessageContaining("Permission denied");
    }
  }

  @Test
  void aSocketThatIsNotThereIsToldInTheWordsOfTheOtherSide() {
    try (Engine engine = engine("there/no/such.sock", server().environment())) {
      Trial.refused(EngineException.Kind.UNREACHABLE, engine::info)
          .withMessageContaining("/no/such.sock");
    }
  }

  @Test
  void theCommandIsThatOfDockersOwnClient() throws IOException {
    Path ssh = Files.createFile(directory.resolve("ssh"));
    assertThat(ssh.toFile().setExecutable(true)).isTrue();
    CliConfig config = CliConfig.of(Map.of("PATH", directory.toString()));

    assertThat(SshAddress.parse(URI.create("ssh://me@[::1]:2222/run/my'.sock")).command(config))
        .containsExactly(
            ssh.toString(),
            "-o",
            "ConnectTimeout=30",
            "-T",
            "-l",
            "me",
            "-p",
            "2222",
            "--",
            "::1",
            "docker",
            "--host",
            "'unix:///run/my'\\''.sock'",
            "system",
            "dial-stdio");
    assertThat(SshAddress.parse(URI.create("ssh://host")).command(config))
        .endsWith("--", "host", "docker", "system", "dial-stdio");
  }

  private static Engine engine(String target, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("DOCKER_HOST", "ssh://" + target);
    return new DockerEngine(all);
  }

  private static SshServer server() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server;
  }
}
