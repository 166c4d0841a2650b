package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The script for bash, in bash.
@Timeout(60)
final class ShellCompletionTest {
  @TempDir Path folder;

  @Test
  void bashCompletesServices() throws IOException, InterruptedException {
    var program = folder.resolve("jcompose");
    var words =
        Program.jcompose().words().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Files.writeString(program, "#!/bin/sh\nexec " + words + " \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        folder.resolve("compose.yaml"),
        "services: {web: {image: busybox}, worker: {image: busybox}, db: {image: busybox}}");
    Files.writeString(
        folder.resolve("try.sh"),
        """
        compopt() { echo "compopt $*"; }
        . <(./jcompose completion bash)
        COMP_WORDS=(./jcompose restart w) COMP_CWORD=2 && _jcompose && echo "${COMPREPLY[*]}"
        COMP_WORDS=(./jcompose -f "") COMP_CWORD=2 && _jcompose && echo "${COMPREPLY[*]}"
        COMP_WORDS=(./jcompose scale d) COMP_CWORD=2 && _jcompose && echo "${COMPREPLY[*]}"
        """);
    var run = new Program(List.of("bash", "try.sh")).run(folder, Map.of()).ok();
    assertThat(run.out().lines())
        .containsExactly("web worker", "compopt -o default", "", "compopt -o nospace", "db=");
  }
}
