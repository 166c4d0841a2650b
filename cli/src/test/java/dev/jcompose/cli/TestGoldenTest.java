package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A project for one command.
@Timeout(60)
final class TestGoldenTest {
  private static final String SHOP =
      """
      name: shop
      services:
        db:
          image: busybox
          network_mode: none
        web-app:
          image: busybox
          depends_on: [db]
          ports: ["127.0.0.1:8080:80", "5300:53/udp"]
          volumes: ["data:/data"]
        tool:
          image: busybox
          network_mode: none
          profiles: [tools]
      volumes: {data: {}}
      """;

  @TempDir Path folder;

  /// One call at a time, so that the engine's ids always come in the same order.
  private Desk desk() {
    return new Desk(folder)
        .file("compose.yaml", SHOP)
        .variable("COMPOSE_PARALLEL_LIMIT", "1")
        .variable("PATH", System.getenv("PATH"));
  }

  private static String[] shell(String script, String... options) {
    return words("", script, options);
  }

  /// Where several things happen side by side.
  private static String[] quietShell(String script, String... options) {
    return words("--progress quiet ", script, options);
  }

  private static String[] words(String before, String script, String... options) {
    return Stream.of(
            Stream.of((before + "test").split(" ", -1)),
            Stream.of(options),
            Stream.of("--", "sh", "-c", script))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }

  @Test
  void theCommandFindsTheProjectAndNothingIsLeft() {
    desk()
        .run(
            quietShell(
                "echo $WEB_APP_HOST:$WEB_APP_PORT_80 $WEB_APP_PORT_53_UDP $COMPOSE_FILE; pwd"))
        .run("ps", "-a")
        .run("volumes")
        .run(shell("echo told >&2; exit 3", "--services", "db"))
        .file("names", "echo $COMPOSE_PROJECT_NAME $COMPOSE_FILE")
        .run("-p", "other", "-f", "compose.yaml", "--progress", "quiet", "test", "sh", "names")
        .run("ps", "-a")
        .check("test");
  }

  @Test
  void addressesAreInAFileAsDocumented() {
    var desk = desk().run(quietShell("cat $JCOMPOSE_ADDRESSES"));
    var schema = JsonSchema.published("addresses.schema.json");
    schema.accepts(desk.output());
    schema.refuses(desk.output().replace("\"published\":8080", "\"published\":\"8080\""));
    assertThat(desk.output())
        .contains("{\"target\":80,\"protocol\":\"tcp\",\"host\":\"127.0.0.1\",\"published\":8080}")
        .contains("\"db\":[{");
  }

  @Test
  void whatTellsOfAFailureIsSaved() throws IOException {
    desk().run(quietShell("exit 3", "--logs", "failure")).check("test-report");
    try (var files = Files.walk(folder.resolve("failure"))) {
      assertThat(files.filter(Files::isRegularFile).map(folder::relativize).map(Path::toString))
          .containsExactlyInAnyOrder(
              "failure/plan.txt",
              "failure/plan.json",
              "failure/ps.txt",
              "failure/ps.json",
              "failure/logs/shop-db-1.log",
              "failure/logs/shop-web-app-1.log",
              "failure/inspect/shop-db-1.json",
              "failure/inspect/shop-web-app-1.json");
    }
    JsonSchema.published("plan.schema.json").accepts(saved("plan.json"));
    assertThat(saved("plan.txt")).contains("shop-db-1", "create container");
    assertThat(saved("ps.txt").lines()).hasSize(3);
    assertThat(saved("ps.json")).contains("\"Service\":\"web-app\"");
    assertThat(saved("inspect/shop-db-1.json")).contains("\"Name\": \"/shop-db-1\"");
  }

  private String saved(String name) throws IOException {
    return Files.readString(folder.resolve("failure").resolve(name));
  }

  @Test
  void successIsNotReported() {
    desk().run(shell("true", "--logs", "failure"));
    assertThat(folder.resolve("failure")).doesNotExist();
  }

  @Test
  void whatIsThereAlreadyStays() {
    desk()
        .run("--progress", "quiet", "up", "-d", "db")
        .run(shell("echo not run"))
        .run("ps", "--format", "{{.Name}}")
        .run("-p", "other", "--progress", "quiet", "test", "--services", "db", "--", "true")
        .run("ps", "--format", "{{.Name}}")
        .check("test-not");
  }

  @Test
  void wrongWordsAreTold() {
    desk()
        .run("test")
        .run("test", "--timeout", "0", "--", "true")
        .run("test", "--services", "nosuch", "--", "true")
        .run("test", "--dry-run", "--services", "db", "--", "true")
        .run("--progress", "quiet", "test", "--services", "db", "nosuch-program")
        .file("no-program", "")
        .run("--progress", "quiet", "test", "--services", "db", "./no-program")
        .check("test-wrong");
  }

  @Test
  void aProjectThatDoesNotStartIsRemoved() {
    // With a health check it is waited for until it has ended, however soon that is.
    var checked = SHOP.replace("depends_on: [db]", "healthcheck: {test: 'true'}");
    var desk = desk().file("compose.yaml", checked);
    desk.engine.behave("web-app", Behaviour.exits(4).logging("lost"));
    desk.run(quietShell("echo not run")).run("ps", "-a").check("test-failed-start");
  }

  @Test
  void timeIsLimited() {
    desk()
        .run(shell("exec sleep 600", "--timeout", "1", "--services", "db"))
        .run("ps", "-a")
        .check("test-timeout");
  }

  @Test
  void anInterruptEndsTheCommandAndRemovesTheProject() {
    var desk = desk();
    desk.reading(text -> {
      if (text.contains("ready for 2")) {
        desk.interrupts.press();
      }
    });
    desk.run(
            shell(
                "echo ready for $((1 + 1)); exec sleep 600",
                "--services",
                "db",
                "--logs",
                "failure"))
        .run("ps", "-a")
        .check("test-interrupt");
    assertThat(folder.resolve("failure")).doesNotExist();
  }

  @Test
  void ciSystemsAndProgramsGetSections() {
    desk()
        .variable("GITHUB_ACTIONS", "true")
        .run(shell("exit 3", "--services", "db"))
        .variable("GITHUB_ACTIONS", "")
        .variable("GITLAB_CI", "true")
        .run(shell("exit 3", "--services", "db"))
        .run("--progress", "json", "test", "--services", "db", "--", "sh", "-c", "exit 3")
        .check("test-sections");
  }
}
