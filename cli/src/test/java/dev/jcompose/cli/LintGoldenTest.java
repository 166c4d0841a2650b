package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "größe":
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
  void findingsAreAnnotationsInGitHubActions() {
    desk()
        .variable("GITHUB_ACTIONS", "true")
        .run("lint", "--rule", "root-user,unpinned-image", "--format", "json")
        .check("lint-annotations");
  }

  @Test
  void jsonIsAsDocumented() throws IOException {
    var desk = desk().run("lint", "--format", "json");
    var schema = Path.of("../docs/lint.schema.json");
    assertThat(desk.output()).contains("\"code\":\"root-user\"").doesNotContain("hush");
    assertThat(errors(schema, desk.output())).isEqualTo("[]");
    assertThat(errors(schema, "{\"version\": 1, \"findings\": [{}]}")).isNotEqualTo("[]");
    desk.check("lint-json");
  }

  @Test
  void sarifHasTheShapeOfItsSchema() throws IOException {
    var desk = desk().run("lint", "--format", "sarif");
    var schema = Path.of("src/test/resources/sarif-2.1.0-shape.schema.json");
    assertThat(errors(schema, desk.output())).isEqualTo("[]");
    assertThat(errors(schema, desk.output().replace("\"level\":\"note\"", "\"level\":\"info\"")))
        .isNotEqualTo("[]");
    assertThat(errors(schema, desk.output().replace("\"startLine\":", "\"start\":"))).isNotEqualTo("[]");
    assertThat(desk.output()).contains("\"fullyQualifiedName\":\"services.größe.image\"");
  }

  private static String errors(Path schema, String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(schema))
        .validate(json, InputFormat.JSON)
        .toString();
  }
}
