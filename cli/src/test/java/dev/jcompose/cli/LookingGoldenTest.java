package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What commands print that only look, and those that take something out of containers.
@Timeout(60)
final class LookingGoldenTest {
  private static final String SHOP =
      """
      name: shop
      services:
        db:
          image: busybox
          network_mode: none
          volumes: [data:/data]
        web:
          image: busybox
          network_mode: none
          depends_on: [db]
          labels: {team: red}
      volumes:
        data: {}
      """;

  @TempDir Path folder;
  private Desk desk;

  /// One call at a time, so that the engine's ids always come in the same order.
  @BeforeEach
  void aRunningProject() {
    desk = new Desk(folder).file("compose.yaml", SHOP).variable("COMPOSE_PARALLEL_LIMIT", "1");
  }

  private Desk up() {
    return desk.run("--progress", "quiet", "up", "-d");
  }

  @Test
  void projects() {
    desk.run("ls");
    up().run("-p", "other", "--progress", "quiet", "up", "-d")
        .run("--progress", "quiet", "stop", "web")
        .run("ls")
        .run("ls", "-a")
        .run("ls", "-a", "--format", "json")
        .run("ls", "-q", "--filter", "name=^oth")
        .run("ls", "--format", "{{.Name}} is {{.Status}}")
        .run("ls", "--filter", "label=x")
        .run("ls", "--filter", "name=(")
        .check("ls");
  }

  @Test
  void listsByTemplates() {
    up().run("ps", "--format", "{{.Name}} {{.Label \"team\"}}")
        .run("ps", "--format", "table {{.Service}}\\t{{.State | upper}}\\t{{.Label \"team\"}}")
        .run("ps", "--format", "{{json .Publishers}}")
        .run("ps", "--format", "{{.Nope}}")
        .run("ps", "--format", "{{.Name")
        .run("ps", "--format", "yaml")
        .check("ps-templates");
  }

  @Test
  void images() {
    desk.run("images");
    up().run("images")
        .run("images", "--format", "json")
        .run("images", "-q")
        .run("images", "--format", "{{.Container}} {{.Size}}", "web")
        .run("images", "nosuch")
        .check("images");
  }

  @Test
  void volumes() {
    desk.run("volumes");
    up().run("volumes")
        .run("volumes", "--format", "json")
        .run("volumes", "-q", "db")
        .run("volumes", "-q", "web")
        .check("volumes");
  }

  @Test
  void version() {
    desk.run("version")
        .run("--version")
        .run("version", "--short")
        .run("version", "-f", "json")
        .run("version", "-f", "xml")
        .variable("JCOMPOSE_NAME", "docker-compose")
        .run("--version")
        .run("version", "--short")
        .run("version", "--format", "json")
        .check("version");
  }

  @Test
  void listeningToAProcess() {
    desk.run("attach", "web");
    up().run("attach", "web")
        .run("attach", "--no-stdin", "--sig-proxy=false", "--index", "1", "web")
        .run("attach", "--index", "2", "web")
        .run("--progress", "quiet", "pause", "web")
        .run("attach", "web")
        .run("attach", "nosuch")
        .run("attach")
        .check("attach");
  }

  @Test
  void aFileOfContainers() {
    desk.run("generate", "shop-web-1");
    up().run("generate", "shop-web-1", "shop-db-1")
        .run("alpha", "generate", "--name", "other", "--format", "json", "shop-db-1")
        .run("generate", "shop-db-1", "nosuch", "neither")
        .run("generate", "--name", "UPPER", "shop-db-1")
        .run("generate", "--format", "xml", "shop-db-1")
        .run("generate")
        .check("generate");
  }

  @Test
  void aContainerThatIsNamedTwiceIsOne() {
    var file = up().run("generate", "shop-db-1", "shop-db-1").output();
    assertThat(file).contains("image: ").doesNotContain("scale");
  }

  @Test
  void processes() {
    desk.run("top");
    up().run("top").run("top", "db").run("top", "nosuch").check("top");
  }

  @Test
  void whatContainersUse() {
    up().run("stats", "--no-stream")
        .run("stats", "--no-stream", "--format", "json", "web")
        .run("stats", "--no-stream", "--format", "table {{.Name}}\\t{{.CPUPerc}}")
        .run("--progress", "quiet", "stop", "web")
        .run("stats", "--no-stream", "-a")
        .run("-p", "shop", "stats", "nosuch")
        .check("stats");
  }

  @Test
  void whatHasHappened() {
    up().run("events", "--since", "30m", "--until", "0s")
        .run("events", "--since", "30m", "--until", "0s", "--json", "web")
        .run("events", "--since", "yesterday")
        .check("events");
  }

  @Test
  void portsThatAreNotThere() {
    desk.run("port", "web", "80");
    up().run("port", "web", "80")
        .run("port", "web")
        .run("port", "--index", "2", "web", "80")
        .run("port", "nosuch", "80")
        .check("port");
  }

  @Test
  void takingSomethingOut() throws IOException {
    desk.run("export", "web");
    up().run("export", "web")
        .run("export", "-o", "web.tar", "web")
        .run("export", "-o", "nosuch/web.tar", "web")
        .run("commit", "-m", "why", "web", "shop/web:made")
        .run("commit", "web")
        .check("export");

    assertThat(Files.readString(folder.resolve("web.tar"))).isEqualTo("the files of shop-web-1\n");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("compose.yaml", "web.tar");
    }
  }

  @Test
  void commandsInContainers() {
    desk.run("exec", "web", "true");
    up().run("exec", "web", "echo", "--color=always", "-d", "words")
        .run("exec", "-T", "--index", "1", "web", "false")
        .run("exec", "-d", "web", "true")
        .run("exec", "web", "nosuch")
        .typing("told\n")
        .run("exec", "-T", "web", "cat")
        .run("exec", "web")
        .run("exec", "--index", "2", "web", "true")
        .run("exec", "nosuch", "true")
        .check("exec");
  }

  @Test
  void copying() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "hello\n");
    desk.run("cp", "a.txt", "web:/tmp");
    up().run("cp", "a.txt", "web:/tmp")
        .run("cp", "web:/tmp/a.txt", "b.txt")
        .run("cp", "web:/tmp/a.txt", "nosuch/")
        .run("cp", "web:/nosuch", ".")
        .run("cp", "nosuch", "web:/tmp")
        .run("cp", "web:/tmp", "db:/tmp")
        .run("cp", "a.txt", "b.txt")
        .run("cp", "nosuch:/tmp", ".")
        .check("cp");

    assertThat(folder.resolve("b.txt")).hasContent("hello\n");
  }
}
