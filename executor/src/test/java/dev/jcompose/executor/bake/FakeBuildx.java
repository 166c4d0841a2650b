package dev.jcompose.executor.bake;

import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SequencedMap;

/// A shell script in place of the plugin, which keeps what it is told.
final class FakeBuildx {
  private final Path folder;

  /// @param folder holds the script and what it is told
  FakeBuildx(Path folder) {
    this.folder = folder;
  }

  /// Installs it.
  ///
  /// @param version what it says of itself
  /// @param script what it does in a build, after it has read its input; `$metadata` is the file
  ///   that the results go to
  FakeBuildx install(String version, String script) throws IOException {
    Path program = Files.createDirectories(folder.resolve("cli-plugins")).resolve("docker-buildx");
    Files.writeString(
        program,
        """
        #!/bin/sh
        [ "$1" != version ] || { echo "github.com/docker/buildx %s 0123456"; exit; }
        cat >'%2$s/input'
        echo "$*" >'%2$s/words'
        env >'%2$s/variables'
        while [ $# -gt 0 ]; do [ "$1" != --metadata-file ] || metadata=$2; shift; done
        %3$s
        """
            .formatted(version, folder, script));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return this;
  }

  /// The variables of a user who has it.
  SequencedMap<String, String> environment() {
    return Ordered.map(
        Map.of("DOCKER_CONFIG", folder.toString(), "PATH", System.getenv("PATH"), "MODE", "quick"));
  }

  String input() throws IOException {
    return Files.readString(folder.resolve("input"));
  }

  String words() throws IOException {
    return Files.readString(folder.resolve("words")).strip();
  }

  String variables() throws IOException {
    return Files.readString(folder.resolve("variables"));
  }
}
