package dev.jcompose.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that docker compose has behind `alpha`, and one that is not there.
final class GraphGoldenTest {
  private static final String STACK =
      """
      name: stack
      services:
        web:
          image: "r.example/web:1"
          depends_on: [db, built]
          networks: [back, default]
          ports: ["8080-8081:80-81", "127.0.0.1::53/udp", {target: 1, published: "2", mode: host}]
        built: {build: .}
        db: {image: busybox, network_mode: host}
      networks: {back: {}}
      """;

  @TempDir Path folder;

  @Test
  void servicesAreDrawn() {
    new Desk(folder)
        .file("compose.yaml", STACK)
        .run("viz")
        .run("alpha", "viz", "--image", "--networks", "--ports")
        .run("viz", "--spaces", "--indentation-size", "2")
        .run("viz", "--indentation-size=-1")
        .run("alpha")
        .run("alpha", "nosuch")
        .run("bridge", "convert")
        .check("viz");
  }

  @Test
  void nothingIsPublishedInADryRunNorInAnUnknownForm() {
    new Desk(folder)
        .file("compose.yaml", "services: {web: {image: busybox}}")
        .run("publish", "--dry-run", "r.example/team/shop:1")
        .run("publish", "--oci-version", "2.0", "r.example/team/shop:1")
        .run("publish")
        .check("publish");
  }
}
