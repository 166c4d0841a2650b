package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.jcompose.planner.Cause;
import dev.jcompose.planner.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plans for programs: their exit codes, their JSON, and plans in files.
class PlanFileTest {
  private static final Path SCHEMA = Path.of("../docs/plan.schema.json");

  @TempDir Path folder;

  private Desk desk(String mode) {
    return new Desk(folder).file("compose.yaml", project(mode)).file("motd", "hello");
  }

  private static String project(String mode) {
    return """
    name: one
    services:
      web: {image: busybox, environment: {MODE: %s, DB_PASSWORD: hush-%s}, configs: [motd]}
    configs: {motd: {file: ./motd}}
    """
        .formatted(mode, mode);
  }

  @Test
  void exitCodesTellWhetherThereIsSomethingToDo() {
    desk("a")
        .run("plan", "--detailed-exitcode")
        .run("--progress", "quiet", "up", "-d")
        .run("plan", "--detailed-exitcode")
        .file("compose.yaml", "services: {web: {}}")
        .run("plan", "--detailed-exitcode")
        .check("plan-exit-codes");
  }

  @Test
  void theSchemaKnowsAllOperationsAndCausesOfUp() throws IOException {
    var schema = Files.readString(SCHEMA);
    var ofOtherCommands =
        List.of("push-image", "kill-container", "pause-container", "unpause-container");
    assertThat(
            Stream.of(Operation.class, Cause.class)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                .map(variant -> variant.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-"))
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .filter(kind -> !ofOtherCommands.contains(kind)))
        .allSatisfy(kind -> assertThat(schema).contains('"' + kind + '"'));
  }

  @Test
  void aPlanIsCarriedOutAsLongAsItHolds() {
    desk("a")
        .run("--progress", "quiet", "plan", "--out", "next")
        .run("--progress", "quiet", "up", "-d", "--plan", "next")
        .run("--progress", "quiet", "up", "-d", "--plan", "next")
        .file("compose.yaml", project("b"))
        .run("plan", "--out", "next")
        .file("compose.yaml", project("c"))
        .file("motd", "bye")
        .run("up", "-d", "--plan", "next")
        .file("next", "{}")
        .run("up", "-d", "--plan", "next")
        .run("up", "-d", "--plan", "nosuch")
        .check("plan-file");
  }

  @Test
  void aPlanFileHoldsNoSecrets() throws IOException {
    desk("a").run("up", "-d").file("compose.yaml", project("b")).run("plan", "--out", "next");
    assertThat(folder.resolve("next"))
        .content()
        .contains("environment.DB_PASSWORD (hidden)")
        .doesNotContain("hush");
  }

  @Test
  void jsonIsAsDocumented() throws IOException {
    var desk = desk("a").run("plan", "--format", "json");
    assertThat(errors(desk.output())).isEmpty();
    desk.run("up", "-d").file("compose.yaml", project("b")).run("plan", "--format", "json");
    assertThat(desk.output()).contains("\"changes\":[{");
    assertThat(errors(desk.output())).isEmpty();
    assertThat(errors("{\"version\": 1}")).isNotEmpty();
  }

  private static String errors(String json) throws IOException {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var errors = registry.getSchema(Files.readString(SCHEMA)).validate(json, InputFormat.JSON);
    return errors.isEmpty() ? "" : errors.toString();
  }
}
