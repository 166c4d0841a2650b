package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.contract.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The engine of the machine, for tests that need one.
final class RealEngine {
  private RealEngine() {}

  static Engine open() {
    return new DockerEngine(System.getenv());
  }

  /// Skips the test when no engine answers, or it lacks the image; fails it when the system
  /// property `jcompose.engine` is `required`.
  static void require() throws InterruptedException {
    try (Engine engine = open()) {
      assertThat(engine.info().version()).isNotEmpty();
      if (engine.image(Specs.IMAGE).isEmpty()) {
        skip("the engine has no image " + Specs.IMAGE);
      }
    } catch (EngineException e) {
      skip(String.valueOf(e.getMessage()));
    }
  }

  /// Skips the test, or fails it, when a program is missing.
  static void requirePrograms(String... names) {
    String path = System.getenv("PATH") + ":/usr/sbin";
    CliConfig config = CliConfig.of(Map.of("PATH", path));
    for (String name : names) {
      if (config.installed(name).isEmpty()) {
        skip("there is no program " + name);
      }
    }
  }

  /// Docker's plugin buildx, which the system property `jcompose.buildx` names; skips or fails the
  /// test when it names none.
  static Path requireBuildx() {
    Path program = Path.of(System.getProperty("jcompose.buildx", ""));
    if (!Files.isExecutable(program) || Files.isDirectory(program)) {
      skip("the property jcompose.buildx names no program");
    }
    return program;
  }

  /// Where the engine listens on this machine; skips or fails the test when it is elsewhere.
  static Path socket() {
    EngineAddress address = new EngineDiscovery(CliConfig.of(System.getenv())).find();
    if (!address.uri().getScheme().equals("unix")) {
      skip("the engine has no socket here");
    }
    return Path.of(address.uri().getPath());
  }

  private static void skip(String reason) {
    if ("required".equals(System.getProperty("jcompose.engine"))) {
      throw new AssertionError("tests with an engine are required: " + reason);
    }
    abort("skipped, as it needs an engine: " + reason);
  }
}
