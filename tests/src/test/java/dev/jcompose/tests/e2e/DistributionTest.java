package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// What users install, tried as they would: unpacked somewhere else, and without a Java.
@Timeout(300)
final class DistributionTest {
  private static final Path BUILT = Path.of("../distribution/target");
  private static final Program SHELL = new Program(List.of("sh", "-euc"));

  /// A JVM that ends when it cannot use a cache says so by itself; it also says that it was asked.
  private static final Map<String, String> STRICT = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");

  private static final String ASKED = "Picked up JAVA_TOOL_OPTIONS: -XX:AOTMode=on\n";

  @TempDir Path folder;

  @Test
  void itRunsWhereverItIsMoved() throws IOException, InterruptedException {
    var command = unpacked().resolve("bin/jcompose");
    var project = Files.createDirectory(folder.resolve("project"));
    Files.writeString(project.resolve("compose.yaml"), "services: {web: {image: busybox}}");
    var elsewhere = new Program(List.of("env", "-u", "JAVA_HOME", "PATH=/usr/bin:/bin"));
    for (var words : List.of("version", "config -q", "up --help", "completion bash")) {
      var run = elsewhere.run(project, STRICT, words(command, words));
      assertThat(run.ok().err()).as(words).isEqualTo(ASKED);
    }
  }

  @Test
  void itsSettingsOfSecurityAreThoseOfJava() throws IOException, InterruptedException {
    var java = securityOf(Path.of(System.getProperty("java.home")));
    assertThat(java).isNotEmpty();
    assertThat(securityOf(unpacked().resolve("runtime"))).isEqualTo(java);
  }

  @Test
  @EnabledIf("isClone")
  void itsVersionNamesTheCommit() throws IOException, InterruptedException {
    var command = new Program(List.of(unpacked().resolve("bin/jcompose").toString()));
    assertThat(command.run(folder, Map.of(), "version").ok().out())
        .matches("jcompose version \\S+ \\([0-9a-f]{7,}\\)\n(?s:.*)");
  }

  static boolean isClone() {
    return Files.isDirectory(Path.of("../.git"));
  }

  @Test
  void manyStartAtOnceAndAsAnotherUserInAFolderThatNobodyMayWrite()
      throws IOException, InterruptedException {
    var root = unpacked();
    var command = root.resolve("bin/jcompose");
    shell("chmod -R a-w,a+rX '%s'".formatted(root));
    shell("chmod a+x '%s'".formatted(folder));
    var running = new ArrayList<Program.Running>();
    for (int i = 0; i < 4; i++) {
      running.add(anotherUser().start(Path.of("/"), STRICT, words(command, "version")));
    }
    for (var one : running) {
      try (one) {
        assertThat(one.end().ok().out()).startsWith("jcompose version ");
      }
    }
    shell("chmod -R u+w '%s'".formatted(root));
  }

  @Test
  void aCacheThatDoesNotFitIsPassedOverWithoutAWord() throws IOException, InterruptedException {
    var root = unpacked();
    var command = new Program(List.of(root.resolve("bin/jcompose").toString()));
    for (var cache : List.of("spoiled".getBytes(StandardCharsets.UTF_8), new byte[0])) {
      Files.write(root.resolve("cache/start.aot"), cache);
      assertThat(command.run(folder, Map.of(), "version").ok().err()).isEmpty();
    }
    Files.delete(root.resolve("cache/start.aot"));
    assertThat(command.run(folder, Map.of(), "version").ok().err()).isEmpty();
  }

  @Test
  void theScriptInstallsItAndUndoesThat() throws IOException, InterruptedException {
    var root = unpacked();
    var prefix = Files.createDirectories(folder.resolve("prefix with spaces"));
    var environment =
        Map.of("HOME", folder.toString(), "DOCKER_CONFIG", folder.resolve("docker").toString());
    var install = new Program(List.of(root.resolve("install").toString()));

    var installed = install.run(folder, environment, "--prefix", prefix.toString()).ok();
    assertThat(installed.out()).contains("Installed jcompose");
    var command = prefix.resolve("bin/jcompose");
    assertThat(new Program(List.of(command.toString())).run(folder, STRICT, "version").ok().err())
        .isEqualTo(ASKED);
    var plugin = folder.resolve("docker/cli-plugins/docker-compose");
    assertThat(
            new Program(List.of(plugin.toString()))
                .run(folder, Map.of(), "docker-cli-plugin-metadata")
                .ok()
                .out())
        .contains("SchemaVersion");

    install.run(folder, environment, "--prefix", prefix.toString()).ok();
    new Program(List.of(prefix.resolve("lib/jcompose/install").toString()))
        .run(folder, environment, "--uninstall")
        .ok();
    assertThat(filesIn(prefix)).isEmpty();
    assertThat(plugin).doesNotExist();

    Files.createDirectories(folder.resolve("docker/cli-plugins"));
    Files.writeString(plugin, "docker's own");
    var beside = install.run(folder, environment, "--prefix", prefix.toString()).ok();
    assertThat(beside.err()).contains("stays as it is");
    assertThat(plugin).hasContent("docker's own");
  }

  private static Properties securityOf(Path java) throws IOException {
    var settings = new Properties();
    try (var text = Files.newBufferedReader(java.resolve("conf/security/java.security"))) {
      settings.load(text);
    }
    return settings;
  }

  private Path unpacked() throws IOException, InterruptedException {
    shell("tar -xzf '%s'".formatted(built(".tar.gz").toAbsolutePath()));
    try (var entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("jcompose-"))
          .findFirst()
          .orElseThrow();
    }
  }

  /// What the build has made. Where it says why there can be nothing, the test is skipped.
  static Path built(String ending) throws IOException {
    var none = BUILT.resolve("none");
    if (Files.exists(none)) {
      return abort(Files.readString(none).strip());
    }
    try (var files = Files.list(BUILT)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .findFirst()
          .orElseThrow(() -> new AssertionError("mvn package has made no " + ending));
    }
  }

  /// Another user than the one who unpacked it, where this process may become one.
  private static Program anotherUser() {
    return new Program(
        System.getProperty("user.name").equals("root")
            ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
            : List.of("env"));
  }

  private static String[] words(Path command, String arguments) {
    var words = new ArrayList<>(List.of(command.toString()));
    words.addAll(List.of(arguments.split(" ")));
    return words.toArray(String[]::new);
  }

  private void shell(String script) throws InterruptedException {
    SHELL.run(folder, Map.of(), script).ok();
  }

  private static List<Path> filesIn(Path folder) {
    try (var all = Files.walk(folder)) {
      return all.filter(path -> !Files.isDirectory(path)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
