package dev.jcompose.cli;

import dev.jcompose.executor.fake.Behaviour;
import dev.jcompose.executor.fake.Calls.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What commands print and how they end.
final class CommandsGoldenTest {
  @TempDir Path folder;

  private Desk desk() {
    return Desk.shop(folder);
  }

  @Test
  void aProjectFromUpToDown() {
    desk()
        .run("plan")
        .run("--progress", "quiet", "up", "-d")
        .run("up", "-d")
        .run("plan")
        .run("ps")
        .run("ps", "--services")
        .run("stop", "web")
        .run("ps", "-a", "--status", "exited")
        .run("start")
        .run("restart", "web")
        .run("--progress", "quiet", "down")
        .run("down")
        .check("life");
  }

  @Test
  void removingWhatIsStopped() {
    desk()
        .run("rm")
        .run("--progress", "quiet", "up", "-d")
        .run("rm", "-f")
        .run("stop", "web")
        .run("rm")
        .typing("y\n")
        .run("rm", "-v")
        .run("rm", "-fs", "web", "db")
        .run("rm", "-f", "nosuch")
        .run("-p", "shop", "rm", "-f", "nosuch")
        .check("rm");
  }

  @Test
  void killing() {
    desk()
        .run("kill")
        .run("--progress", "quiet", "up", "-d")
        .run("kill", "-s", "SIGINT", "web")
        .run("-p", "shop", "kill")
        .run("kill", "nosuch")
        .check("kill");
  }

  @Test
  void freezingAndGoingOn() {
    desk()
        .run("pause")
        .run("--progress", "quiet", "up", "-d")
        .run("pause", "web")
        .run("-p", "shop", "pause")
        .run("ps")
        .run("unpause")
        .run("unpause")
        .run("pause", "nosuch")
        .check("pause");
  }

  @Test
  void scaling() {
    desk()
        .run("scale")
        .run("scale", "web")
        .run("scale", "nosuch=1")
        .run("--progress", "quiet", "scale", "web=2")
        .run("ps")
        .run("scale", "--no-deps", "web=1", "--dry-run")
        .run("scale", "web=1")
        .check("scale");
  }

  @Test
  @Timeout(60)
  void waitingForTheEnd() {
    var desk = desk();
    desk.engine.behave("web", Behaviour.RUNS);
    desk.run("wait")
        .run("wait", "web")
        .run("--progress", "quiet", "up", "-d")
        .run("wait", "nosuch");
    desk.engine
        .calls()
        .after(Kind.LIST_CONTAINERS, 2, () -> desk.engine.hand().end("shop-web-1", 3));
    desk.run("wait", "web");
    desk.run("--progress", "quiet", "up", "-d");
    desk.engine.calls().after(Kind.EVENTS, 1, () -> desk.engine.hand().end("shop-web-1", 4));
    desk.run("--progress", "quiet", "wait", "web", "--down-project");
    desk.check("wait");
  }

  @Test
  void progressLineByLine() {
    new Desk(folder)
        .file("compose.yaml", "{name: one, services: {web: {image: busybox, network_mode: none}}}")
        .run("up", "-d")
        .run("down")
        .check("plain");
  }

  @Test
  void aChangeIsExplained() {
    desk()
        .run("up", "-d", "--progress=x")
        .run("--progress", "quiet", "up", "-d")
        .file("compose.yaml", Desk.SHOP.replace("\"0\"", "\"1\""))
        .run("plan")
        .run("plan", "--format", "json")
        .run("up", "--dry-run")
        .run("--progress", "json", "up", "-d")
        .run("up", "-d", "--force-recreate", "--no-deps", "web")
        .check("change");
  }

  @Test
  @Timeout(60)
  void aQuestionIsAnsweredOrLeftWithCtrlC() {
    var volume =
        "{name: one, services: {db: {image: busybox, network_mode: none, volumes: ['data:/d']}}, volumes: {data: {driver_opts: {v: '%d'}}}}";
    new Desk(folder)
        .file("compose.yaml", volume.formatted(1))
        .run("--progress", "quiet", "up", "-d")
        .file("compose.yaml", volume.formatted(2))
        .leaving()
        .run("up", "-d")
        .typing("n\n")
        .run("up", "-d")
        .typing("y\n")
        .run("up", "-d")
        .check("question");
  }

  @Test
  void psAsJson() {
    desk().run("--progress", "quiet", "up", "-d").run("ps", "--format", "json", "db").check("ps");
  }

  @Test
  void logsOfThePast() {
    var desk = desk();
    desk.engine.behave("db", Behaviour.RUNS.logging("one", "two"));
    desk.run("--progress", "quiet", "up", "-d")
        .run("logs")
        .run("logs", "--tail", "1", "--no-log-prefix", "db")
        .run("logs", "--since", "yesterday")
        .run("logs", "--grep", "o$", "--grep-not", "one")
        .run("logs", "--grep", "(")
        .run("logs", "--level", "loud")
        .run("logs", "--index", "2", "db")
        .run("logs", "nosuch")
        .check("logs");
  }

  @Test
  void settingsMayStandInTheEnvFile() {
    var desk =
        new Desk(folder)
            .file("compose.yaml", Desk.SHOP)
            .file(".env", "COMPOSE_PROGRESS=quiet\nCOMPOSE_REMOVE_ORPHANS=1\nCOMPOSE_FILE=b.yaml")
            .file("b.yaml", "{name: shop, services: {new: {image: busybox, network_mode: none}}}");
    desk.run("-f", "compose.yaml", "up", "-d")
        .run("up", "-d")
        .run("ps", "--services")
        .file(".env", "COMPOSE_PARALLEL_LIMIT=many")
        .run("-f", "compose.yaml", "config", "-q")
        .check("settings");
  }

  @Test
  void attachedUpEndsWhenAllContainersHaveEnded() {
    var desk = desk();
    desk.engine.behave("db", Behaviour.exits(0).logging("done"));
    desk.engine.behave("web", Behaviour.exits(3).logging("lost"));
    desk.run("up", "--exit-code-from", "nosuch")
        .run("up", "-d", "--abort-on-container-exit")
        .run("--progress", "quiet", "up", "--attach", "web")
        .check("attached");
  }

  /// Many times, since the end may come before, while and after we wait for it.
  @RepeatedTest(20)
  void aContainersEndEndsAttachedUpWithItsCode() {
    var desk = desk();
    desk.engine.behave("web", Behaviour.exits(3));
    desk.run("--progress", "quiet", "up", "--abort-on-container-exit", "--attach", "web")
        .check("aborted");
  }

  @Test
  void oldSpellingsDoWhatTheyDid() {
    desk()
        .run("--no-ansi", "--workdir", ".", "--verbose", "config", "-q")
        .run("--progress", "quiet", "up", "-d", "--y")
        .run("rm", "-a", "-f")
        .run("pull", "--no-parallel", "nosuch")
        .run("build", "--compress", "--force-rm")
        .run("--progress", "quiet", "down", "--volume")
        .run("--progress", "tty", "--ansi", "never", "ps")
        .run("--tlskey", "key.pem", "ps")
        .run("alpha", "dry-run", "--", "create", "db")
        .check("old-spellings");
  }

  @Test
  void allResourcesAreKept() {
    desk()
        .file("compose.yaml", "{services: {web: {image: busybox}}, volumes: {data: {}}}")
        .run("config", "--volumes")
        .run("--all-resources", "config", "--volumes")
        .check("all-resources");
  }

  @Test
  void ctrlCStopsAttachedUpInReverseOrder() {
    var desk = desk();
    desk.engine.behave("web", Behaviour.RUNS.logging("ready"));
    desk.reading(
            text -> {
              if (text.contains("ready")) {
                desk.interrupts.press();
              }
            })
        .run("--progress", "quiet", "up", "--attach", "web", "--no-attach", "db");
    desk.reading(_ -> {}).run("ps").check("interrupt");
  }

  @Test
  @Timeout(60)
  void changedFilesAreSynced() {
    var desk = desk();
    desk.file(
        "compose.yaml",
        """
        name: shop
        services:
          web:
            image: busybox
            network_mode: none
            develop:
              watch: [{path: src, action: sync, target: /app}]
          db:
            image: busybox
            network_mode: none
        """);
    desk.run("watch", "db").run("up", "-d", "--watch").run("watch", "--dry-run", "--no-up");
    desk.reading(
            text -> {
              if (text.contains("enabled")) {
                desk.file("src", "changed");
              } else if (text.contains("Syncing")) {
                desk.interrupts.press();
              }
            })
        .run("--progress", "quiet", "watch");
    desk.check("watch");
  }

  @Test
  void aProviderRunsFirst() throws IOException {
    var bin = Files.createDirectory(folder.resolve("bin"));
    var script =
        """
        #!/bin/sh
        [ "$2" = metadata ] && exit 1
        echo '{"type": "info", "message": "on my way"}'
        [ "$FAIL" ] && { echo "no quota" >&2; exit 3; }
        echo '{"type": "setenv", "message": "URL='$URL'"}'
        """;
    var file = Files.writeString(bin.resolve("cloud"), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    new Desk(folder)
        .file(
            "compose.yaml",
            """
            name: shop
            services:
              db: {provider: {type: cloud}}
              web: {image: busybox, network_mode: none, depends_on: [db]}
            """)
        .run("up", "-d")
        .variable("PATH", "FOLDER/bin:/usr/bin:/bin")
        .variable("URL", "http://one")
        .run("plan")
        .run("up", "-d", "--dry-run")
        .run("up", "-d")
        .run("up", "-d")
        .run("plan")
        .variable("URL", "http://two")
        .run("up", "-d")
        .variable("FAIL", "1")
        .run("up", "-d")
        .run("stop")
        .run("down")
        .run("plan", "--format", "json")
        .check("provider");
  }
}
