package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The Debian package, on a machine that has nothing else.
@NeedsEngine
@Timeout(300)
final class DebianPackageTest {
  private static final String BARE = "debian:bookworm-slim";

  /// The C library that it has, 2.36.
  private static final int C_LIBRARY_OF_BARE = 36;

  @TempDir Path folder;

  @Test
  void theDebianPackageInstallsOnABareMachine() throws IOException, InterruptedException {
    var built = DistributionTest.built(".deb").toAbsolutePath();
    assumeTrue(
        fits(built), "the JDK is for newer systems than " + BARE + ", and so is what it makes");
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
                built + ":/jcompose.deb:ro",
                BARE,
                "sh",
                "-c",
                script);
    assertThat(run.out())
        .matches("jcompose version \\S+.*\n/usr/lib/jcompose/bin/jcompose\nweb\n0\n");
  }

  /// Whether the bare machine has the C library that the package asks for.
  private boolean fits(Path built) throws InterruptedException {
    var needs =
        new Program(List.of("dpkg-deb", "--field", built.toString(), "Depends"))
            .run(folder, Map.of())
            .ok()
            .out();
    var library = Pattern.compile("libc6 \\(>= 2\\.([0-9]+)\\)").matcher(needs);
    assertThat(library.find()).as(needs).isTrue();
    return Integer.parseInt(library.group(1)) <= C_LIBRARY_OF_BARE;
  }
}
