package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The Debian package, on a machine that has nothing else.
@NeedsEngine
@Timeout(300)
final class DebianPackageTest {
  @TempDir Path folder;

  @Test
  void theDebianPackageInstallsOnABareMachine() throws IOException, InterruptedException {
    var script =
        """
        dpkg -i /jcompose.deb >/dev/null
        cd /tmp
        jcompose version
        readlink /usr/libexec/docker/cli-plugins/docker-compose
        echo 'services: {web: {image: busybox}}' >compose.yaml
        JAVA_TOOL_OPTIONS=-XX:AOTMode=on jcompose config --services
        dpkg -r jcompose >/dev/null
        ls /usr/lib/jcompose /usr/bin/jcompose /usr/libexec/docker 2>&1 | grep -vc 'No such'
        """;
    var run =
        new Program(List.of("docker"))
            .run(
                folder,
                Map.of(),
                "run",
                "--rm",
                "--network=none",
                "-v",
                DistributionTest.built(".deb").toAbsolutePath() + ":/jcompose.deb:ro",
                "debian:bookworm-slim",
                "sh",
                "-c",
                script);
    assertThat(run.out())
        .matches("jcompose version \\S+.*\n/usr/lib/jcompose/bin/jcompose\nweb\n0\n");
  }
}
