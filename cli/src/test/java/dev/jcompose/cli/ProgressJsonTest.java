package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The events of `--progress json` are as documented.
final class ProgressJsonTest {
  private static final JsonSchema SCHEMA = JsonSchema.published("progress.schema.json");

  @TempDir Path folder;

  /// The events among what a command says.
  private List<String> events(String... words) throws IOException {
    var said = new ArrayList<String>();
    var desk =
        new Desk(folder)
            .file(
                "compose.yaml",
                """
                name: shop
                services:
                  web: {image: "r.example/web:1"}
                  own: {image: own, build: .}
                  bad: {image: "r.example/none:1"}
                """)
            .file("Dockerfile", "FROM scratch");
    desk.engine.hand().publish("r.example/web:1").withhold("r.example/none:1");
    desk.reading(said::add);
    var all = new ArrayList<>(List.of("--progress", "json"));
    all.addAll(List.of(words));
    desk.run(all.toArray(String[]::new));
    return said.stream().filter(line -> line.startsWith("{")).map(String::strip).toList();
  }

  private static void hold(List<String> events, String... parts) {
    assertThat(events).isNotEmpty().allSatisfy(SCHEMA::accepts);
    for (String part : parts) {
      assertThat(events).anySatisfy(event -> assertThat(event).contains(part));
    }
  }

  @Test
  void ofAStart() throws IOException {
    hold(
        events("up", "-d", "web"),
        "\"id\":\"Image r.example/web:1\",\"status\":\"Pulled\"",
        "\"parent_id\":",
        "\"total\":",
        "\"id\":\"Container shop-web-1\",\"status\":\"Starting\",\"text\":");
  }

  @Test
  void ofADryRun() throws IOException {
    hold(events("up", "--dry-run", "web"), "\"dry-run\":true");
  }

  @Test
  void ofABuild() throws IOException {
    hold(events("build", "own"), "\"status\":\"Building\"", "\"status\":\"Built\"");
  }

  @Test
  void ofAFailure() throws IOException {
    hold(events("pull", "bad"), "\"status\":\"Error\",\"text\":");
  }

  @Test
  void ofATest() throws IOException {
    hold(
        events("test", "--services", "web", "--", "false"),
        "{\"id\":\"start\",\"status\":\"Started\"",
        "{\"id\":\"command\",\"status\":\"Error\",\"text\":",
        "{\"id\":\"remove\",\"status\":\"Done\"}");
  }

  @Test
  void nothingElseIsAnEvent() {
    SCHEMA.refuses("{\"id\":\"Container shop-web-1\"}");
    SCHEMA.refuses("{\"id\":\"\",\"status\":\"Done\"}");
    SCHEMA.refuses("{\"id\":\"a layer\",\"status\":\"Downloading\",\"current\":1}");
    SCHEMA.refuses("{\"id\":\"a\",\"status\":\"Done\",\"reason\":\"missing\"}");
  }
}
