package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The script for each shell, in that shell.
@Timeout(60)
final class ShellCompletionTest {
  @TempDir Path folder;

  @BeforeEach
  void aProject() throws IOException {
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
  }

  @Test
  void bashCompletesServices() throws IOException, InterruptedException {
    assertThat(
            lines(
                """
                compopt() { echo "compopt $*"; }
                . <(./jcompose completion bash)
                COMP_WORDS=(./jcompose restart w) COMP_CWORD=2 && _jcompose && echo "${COMPREPLY[*]}"
                COMP_WORDS=(./jcompose -f "") COMP_CWORD=2 && _jcompose && echo "${COMPREPLY[*]}"
                COMP_WORDS=(./jcompose scale d) COMP_CWORD=2 && _jcompose && echo "${COMPREPLY[*]}"
                COMP_WORDS=(./jcompose --progress = p) COMP_CWORD=3 && _jcompose && echo "${COMPREPLY[*]}"
                COMP_WORDS=(./jcompose down --rmi =) COMP_CWORD=3 && _jcompose && echo "${COMPREPLY[*]}"
                """,
                "bash"))
        .containsExactly(
            "web worker",
            "compopt -o default",
            "",
            "compopt -o nospace",
            "db=",
            "plain",
            "all local");
  }

  /// What completes in zsh are functions of its completion system; here they say how they are
  /// called.
  @Test
  void zshCompletesServices() throws IOException, InterruptedException {
    assertThat(
            lines(
                """
                compdef() { echo "compdef $*"; }
                _describe() { echo "_describe ${@:3}: ${(P)2}"; }
                _files() { echo "_files"; }
                compset() { echo "compset $*"; }
                . <(./jcompose completion zsh)
                words=(./jcompose restart w) CURRENT=3 && _jcompose
                words=(./jcompose -f "") CURRENT=3 && _jcompose
                words=(./jcompose scale d) CURRENT=3 && _jcompose
                words=(./jcompose up --wait-) CURRENT=3 && _jcompose
                words=(./jcompose --progress=p) CURRENT=2 && _jcompose
                """,
                "zsh",
                "-f"))
        .containsExactly(
            "compdef _jcompose jcompose",
            "_describe : web worker",
            "_files",
            "_describe -S : db=",
            "_describe : --wait-timeout:Give up after that time.",
            "compset -P 1 *=",
            "_describe : plain");
  }

  @Test
  void fishCompletesServices() throws IOException, InterruptedException {
    assertThat(
            lines(
                """
                set PATH . $PATH
                jcompose completion fish | source
                complete -C "jcompose restart w"
                complete -C "jcompose -f comp"
                complete -C "jcompose scale d"
                complete -C "jcompose up --wait-"
                complete -C "jcompose --progress=p"
                complete -C "jcompose --file=comp"
                """,
                "fish",
                "--no-config"))
        .containsExactly(
            "web",
            "worker",
            "compose.yaml",
            "db=",
            "--wait-timeout\tGive up after that time.",
            "--progress=plain",
            "--file=compose.yaml");
  }

  /// What a script prints.
  private Stream<String> lines(String script, String... shell)
      throws IOException, InterruptedException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, shell[0]))),
        shell[0] + " is not installed");
    Files.writeString(folder.resolve("try"), script);
    var words = Stream.concat(Stream.of(shell), Stream.of("try")).toList();
    return new Program(words).run(folder, Map.of("HOME", folder.toString())).ok().out().lines();
  }
}
