package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `lint` says, and in which forms.
final class LintGoldenTest {
  private static final String STACK =
      """
      name: stack
      version: "3"
      services:
        web:
          image: web
          user: root
          mem_limit: 64m
          build: {context: ., args: {NPM_TOKEN: "${NPM_TOKEN}"}}
        "store":
          image: "db:latest"
          mem_limit: 64m
      """;

  @TempDir Path folder;

  private Desk desk() {
    return new Desk(folder).file("compose.yaml", STACK).variable("NPM_TOKEN", "hush");
  }

  @Test
  void findingsAreToldInWords() {
    desk()
        .run("lint")
        .run("lint", "--severity", "error")
        .run("lint", "--severity", "warning", "--disable", "password-in-build-args")
        .run("lint", "--rule", "root-user,no-limits")
        .run("lint", "--rule", "root-user", "--disable", "root-user")
        .check("lint");
  }

  @Test
  void rulesAreListed() {
    desk().run("lint", "--list").check("lint-list");
  }

  @Test
  void wrongFilesAndWordsAreTold() {
    desk()
        .run("lint", "--rule", "root")
        .run("lint", "--disable", "unpined-image")
        .run("lint", "--severity", "bad")
        .run("lint", "--format", "xml")
        .file("compose.yaml", "services: {web: {imag: web}}")
        .run("lint", "--rule", "root-user")
        .run("lint", "--format", "json")
        .check("lint-wrong");
  }

  @Test
  void linesWithPasswordsAreNotShownEvenIfNothingIsSaidOfThem() {
    var line = "services: {db: {image: db, environment: {DB_PASSWORD: hush}}}";
    for (var words : List.of("--disable=password-in-environment", "--rule=unpinned-image")) {
      var found = new Desk(folder).file("compose.yaml", line).run("lint", words).output();
      assertThat(found).contains("services.db.image").doesNotContain("hush");
    }
  }

  @Test
  void findingsAreAnnotationsInGitHubActions() {
    desk()
        .variable("GITHUB_ACTIONS", "true")
        .run("lint", "--rule", "root-user,unpinned-image", "--format", "json")
        .check("lint-annotations");
  }

  @Test
  void jsonIsAsDocumented() {
    var desk = desk().run("lint", "--format", "json");
    var schema = JsonSchema.published("lint.schema.json");
    schema.accepts(desk.output());
    schema.refuses(desk.output().replace("\"severity\":\"note\"", "\"severity\":\"info\""));
    assertThat(desk.output()).contains("\"code\":\"root-user\"").doesNotContain("hush");
    desk.check("lint-json");
  }

  @Test
  void sarifHasTheShapeOfItsSchema() {
    var log = desk().run("lint", "--format", "sarif").output();
    var shape = JsonSchema.of(Path.of("src/test/resources/sarif-2.1.0-shape.schema.json"));
    shape.accepts(log);
    shape.refuses(log.replace("\"level\":\"note\"", "\"level\":\"info\""));
    shape.refuses(log.replace("\"startLine\":", "\"start\":"));
    assertThat(log).contains("\"fullyQualifiedName\":\"services.store.image\"");
  }
}
