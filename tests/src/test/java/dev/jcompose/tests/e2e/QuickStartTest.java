package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What commands start with is all in the caches: a class from a jar costs as much as the rest. So
/// does `BigDecimal`, which works out large powers when it is first used.
@NeedsEngine
@ExtendWith(EngineParameter.class)
@Timeout(300)
final class QuickStartTest {
  private static final String START = "\nstart \"$@\"\n";

  /// Does what `start` does, and writes down which classes are loaded from where.
  private static final String TRACED_START =
      """

      guess_part "$@"
      cache_of "$part"
      java_with "-XX:AOTCache=$cache" -Xlog:class+load:file="$0.classes" dev.jcompose.cli.Main "$@"
      """;

  @Test
  void everydayCommandsLoadNothingThatIsSlow(@TempDir Path folder, Engine engine)
      throws IOException, InterruptedException {
    var launcher = tracedLauncher(folder);
    try (var project =
        new TestProject(Files.createDirectory(folder.resolve("project")), engine)
            .file(
                "compose.yaml",
                """
                version: "3"
                services:
                  web:
                    image: busybox
                    command: sh -c "echo ${GREETING} ${NOT_SET}; sleep 600"
                    stop_signal: SIGKILL
                    ports: ["127.0.0.1::80"]
                    depends_on: [cache]
                    env_file: web.env
                    healthcheck: {test: "true", interval: 30s}
                    deploy: {resources: {limits: {cpus: "0.50", memory: 1.5gb}}}
                    volumes: [data:/data, ./site:/site]
                  cache: {image: busybox, command: [sleep, "600"], stop_signal: SIGKILL}
                volumes: {data: {}}
                """)
            .file("compose.override.yaml", "services: {web: {environment: {MORE: 1}}}")
            .file(".env", "GREETING='hello'\n")
            .file("web.env", "ONE=\"$GREETING\"\n")) {
      project.jcompose("up", "-d").ok();
      for (var words :
          List.of(
              "version",
              "config -q",
              "up -d",
              "up -d --force-recreate",
              "plan",
              "ps",
              "-p " + project.name() + " ps -q",
              "ps -a --format json",
              "ls",
              "port web 80",
              "images",
              "top",
              "logs --tail 1 web",
              "exec -T web true",
              "stop web",
              "start web",
              "restart web",
              "down -v")) {
        project.run(new Program(List.of(launcher.toString())), words.split(" ")).ok();
        assertThat(Files.readAllLines(launcher.resolveSibling("jcompose.classes")))
            .as(words)
            .hasSizeGreaterThan(1000)
            .noneMatch(line -> line.contains("source: file:"))
            .noneMatch(line -> line.contains("java.math.BigDecimal "));
      }
    }
  }

  private static Path tracedLauncher(Path folder) throws IOException, InterruptedException {
    var archive = DistributionTest.built(".tar.gz").toAbsolutePath().toString();
    new Program(List.of("tar", "-xzf", archive, "--strip-components=1")).run(folder, Map.of()).ok();
    var launcher = folder.resolve("bin/jcompose");
    var script = Files.readString(launcher);
    assertThat(script).endsWith(START);
    Files.writeString(launcher, script.replace(START, TRACED_START));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    return launcher;
  }
}
