package dev.jcompose.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `config --explain` says.
final class ExplainGoldenTest {
  @TempDir Path folder;

  @Test
  void filesLaidOverEachOther() {
    new Desk(folder)
        .file(
            "1.yaml",
            """
            name: shop
            services:
              web:
                image: web:1
                command: [serve, --slow]
                environment: [DEBUG=0, LEVEL=info]
                ports: ["8080:80", "127.0.0.1:9000-9001:90-91"]
                dns: [10.0.0.1]
                labels: {com.example.team: shop}
            """)
        .file(
            "2.yaml",
            """
            services:
              web:
                image: web:2
                command: [serve]
                environment: {DEBUG: 1}
                ports:
                  - {target: 80, published: "8080", name: main}
                dns: !override [10.0.0.2]
            """)
        .file(
            "3.yaml",
            """
            services:
              web:
                image: web:3
                environment: {DEBUG: 2}
                labels: !reset null
            """)
        .run("-f", "1.yaml", "-f", "2.yaml", "-f", "3.yaml", "config", "--explain", "services.web")
        .run("-f", "1.yaml", "config", "--explain", "services.web.labels.com.example.team")
        .run("-f", "1.yaml", "config", "--explain", "services.web.ports[1]")
        .run("-f", "1.yaml", "-p", "other", "config", "--explain", "name")
        .run("-f", "1.yaml", "config", "--explain", "services.web.imag")
        .run("-f", "1.yaml", "config", "--explain", "services.wbe.image")
        .run("-f", "1.yaml", "config", "--explain", "services.web.ports[7]")
        .check("explain-merge");
  }

  @Test
  void servicesAndFilesTakenOver() {
    new Desk(folder)
        .file(
            "compose.yaml",
            """
            name: shop
            include: [more.yaml]
            x-common: &common
              init: true
              restart: always
            services:
              web:
                <<: *common
                extends: {file: base.yaml, service: app}
                working_dir: /srv
              job:
                image: &image job:1
              again:
                image: *image
            """)
        .file("more.yaml", "services:\n  db: {image: \"db:$DB\"}\n")
        .file(
            "base.yaml",
            """
            services:
              app:
                extends: root
                image: app:1
              root:
                image: root:1
                user: nobody
                working_dir: /
            """)
        .file(".env", "DB=16\n")
        .run("config", "--explain", "services")
        .check("explain-taken-over");
  }

  @Test
  void variablesAndTheirFiles() {
    new Desk(folder)
        .file(".env", "# versions\nTAG=1.27\nSECRET=hidden\n")
        .file(
            "app.env",
            """
            LEVEL=info
            COLOUR="red"
            """)
        .file("dev.env", "LEVEL=debug\nKEPT=file\n")
        .file(
            "compose.yaml",
            """
            name: shop
            services:
              web:
                image: nginx:${TAG:-latest}
                hostname: ${HOST:-web}
                user: ${SECRET:+someone}
                env_file: [app.env, dev.env]
                environment: {KEPT: own, TAG: null}
                volumes: [/srv/data:/data]
            """)
        .file("override.yaml", "services: {web: {image: \"nginx:1-${SECRET}\"}}\n")
        .run("config", "--explain", "services.web")
        .run("config", "--format", "json", "--explain", "services.web.image")
        .run("config", "--format", "json", "--explain", "services.web.environment")
        .run(
            "-f",
            "override.yaml",
            "-f",
            "compose.yaml",
            "config",
            "--explain",
            "services.web.image")
        .run("config", "--no-interpolate", "--explain", "services.web.image")
        .check("explain-variables");
  }
}
